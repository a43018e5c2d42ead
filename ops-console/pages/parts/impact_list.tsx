import { Anchor, Card, Link, StateBadge, useFormats, useT } from '@unia/ui'
import type { ImpactRow } from '#ops/queries/incident_page'
import { useWords } from './use_words.ts'
import classes from './alarms.module.css'

/** What the incident drags down, what is still down first. */
export function ImpactList({
  impacts,
  kinds,
}: {
  impacts: ImpactRow[]
  kinds: Partial<Record<string, number>>
}) {
  const t = useT()
  const words = useWords()
  const { formatDateTime } = useFormats()
  const ids = new Set(impacts.map(({ deviceId }) => deviceId))
  return (
    <Card title={t('ops-console.alarm.impacts', { count: ids.size })}>
      <p>{impacts.length ? words.impacts(kinds) : t('ops-console.alarm.no_impacts')}</p>
      {impacts.length > 0 && (
        <div
          className={classes.scroll}
          tabIndex={0}
          role="group"
          aria-label={t('ops-console.alarm.impacts', { count: ids.size })}
        >
          <ul className={classes.impacts}>
            {impacts.map((one) => (
              <li key={`${one.deviceId} ${one.from}`}>
                <StateBadge state={one.to ? 'ok' : 'unknown'}>
                  {t(`ops-console.alarm.impact_${one.to ? 'over' : 'now'}`)}
                </StateBadge>
                <Anchor component={Link} href={`/city/ops-console/devices/${one.deviceId}`}>
                  {one.shortName} · {words.entity(one.kind)}
                </Anchor>
                <span className={classes.when}>
                  {[one.from, one.to].flatMap((at) => (at ? formatDateTime(at) : [])).join(' – ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}
