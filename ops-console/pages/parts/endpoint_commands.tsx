import { useState } from 'react'
import { Button, Card, Checkbox, Group, router, StateBadge, useConfirm, useFormats, useT } from '@unia/ui'
import type { UnitCommand } from '#ops/queries/endpoints_unit'
import type { EndpointsProps } from '../endpoints.tsx'
import classes from './rollout.module.css'

const COMMANDS = ['active_scan', 'full_scan', 'update_content', 'quarantine', 'undo_quarantine']

/** Computers of the unit, what can be ordered for them, and how far earlier orders have come. */
export function CommandsCard({ computers, commands, base, requestKey, mayCommand }: EndpointsProps) {
  const t = useT()
  const confirm = useConfirm()
  const { formatDate, formatDateTime } = useFormats()
  const [chosen, setChosen] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  const order = async (command: string) => {
    const count = chosen.length
    const title = t(`ops-console.endpoints.command.${command}`)
    const text = t('ops-console.endpoints.command.confirm', { count })
    if (!(await confirm({ title, text, confirm: title }))) return
    const data = { command, requestKey, computers: chosen }
    router.post(`${base}/commands`, data, {
      preserveScroll: true,
      onStart: () => setBusy(true),
      onFinish: () => setBusy(false),
      onSuccess: () => setChosen([]),
    })
  }
  return (
    <Card title={t('ops-console.endpoints.step.commands')}>
      {!computers.length && <p className={classes.meta}>{t('ops-console.endpoints.no_computers')}</p>}
      {computers.length > 0 && mayCommand && (
        <Group gap="xs">
          {COMMANDS.map((command) => (
            <Button
              key={command}
              variant="default"
              disabled={!chosen.length || busy}
              onClick={() => void order(command)}
            >
              {t(`ops-console.endpoints.command.${command}`)}
            </Button>
          ))}
        </Group>
      )}
      {computers.map((one) => (
        <div key={one.id} className={classes.row}>
          <div className={classes.main}>
            {mayCommand ? (
              <Checkbox checked={chosen.includes(one.id)} onChange={() => toggle(one.id)} label={one.name} />
            ) : (
              one.name
            )}
            <div className={classes.meta}>
              {t(`ops-console.endpoints.${one.online ? 'online' : 'offline'}`)}
              {one.definitionsOn &&
                ` · ${t('ops-console.endpoints.definitions_of', { day: formatDate(one.definitionsOn) })}`}
              {one.lastSeenAt && ` · ${formatDateTime(one.lastSeenAt)}`}
            </div>
          </div>
          {one.infected && (
            <StateBadge state="critical">{t('ops-console.endpoints.field.infected')}</StateBadge>
          )}
          {one.outdated && (
            <StateBadge state="warning">{t('ops-console.endpoints.field.outdated')}</StateBadge>
          )}
        </div>
      ))}
      {commands.length > 0 && <h3>{t('ops-console.endpoints.command.history')}</h3>}
      {commands.map((one) => (
        <CommandRow key={one.id} one={one} />
      ))}
    </Card>
  )
}

function CommandRow({ one }: { one: UnitCommand }) {
  const t = useT()
  const { formatDateTime } = useFormats()
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        {t(`ops-console.endpoints.command.${one.command}`)} ·{' '}
        {t(`ops-console.endpoints.command.state.${one.state}`)}
        <div className={classes.meta}>
          {formatDateTime(one.at)} · {one.by}
        </div>
        <ul>
          {one.results.map(({ computer, state }) => (
            <li key={computer}>
              {computer}: {t(`ops-console.endpoints.result.${state}`)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
