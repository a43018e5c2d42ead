import { Button, Group, router, StateBadge, useFormats, useT } from '@unia/ui'
import type { ThreatCase } from '#ops/queries/endpoints_unit'
import classes from './rollout.module.css'

/** One infected computer: where its case stands, what is proposed, and the steps that are open. */
export function ThreatRow(props: { one: ThreatCase & { shortName?: string }; base: string; may: boolean }) {
  const { one, base, may } = props
  const t = useT()
  const { formatDateTime } = useFormats()
  const step = (to: string) =>
    router.post(`${base}/threats/${one.id}/steps`, { to }, { preserveScroll: true })
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <strong>{[one.shortName, one.computer].filter(Boolean).join(' · ')}</strong>{' '}
        <StateBadge state={one.infected ? 'critical' : 'ok'}>
          {t(`ops-console.endpoints.threat.state.${one.state}`)}
        </StateBadge>
        <div>{t(`ops-console.endpoints.threat.advice.${one.state}`)}</div>
        <div className={classes.meta}>{formatDateTime(one.openedAt)}</div>
      </div>
      {may && (
        <Group gap="xs">
          {one.next.map((to) => (
            <Button
              key={to}
              variant="default"
              disabled={to === 'cleaned' && one.infected}
              onClick={() => step(to)}
              aria-label={`${t(`ops-console.endpoints.threat.to.${to}`)}: ${one.computer}`}
            >
              {t(`ops-console.endpoints.threat.to.${to}`)}
            </Button>
          ))}
        </Group>
      )}
    </div>
  )
}
