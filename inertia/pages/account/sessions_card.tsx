import { Badge, Button, Card, Icon, router, useConfirm, useFormats, useT } from '@unia/ui'
import classes from './account.module.css'

export interface OpenSession {
  id: string
  current: boolean
  device: { browser: string | null; system: string | null; phone: boolean }
  address: string
  openedAt: string
  seenAt: string
}

/** Every device with an open session; each can be logged out from here, or all but this one. */
export function SessionsCard({ sessions }: { sessions: OpenSession[] }) {
  const t = useT()
  const confirm = useConfirm()
  const endOthers = async () => {
    const yes = await confirm({
      title: t('core.account.sessions.ask'),
      text: t('core.account.sessions.ask.text'),
      confirm: t('core.account.sessions.end_others'),
      danger: true,
    })
    if (yes) router.delete('/account/sessions', { preserveScroll: true })
  }
  return (
    <Card title={t('core.account.sessions')}>
      <ul className={classes.sessions}>
        {sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className={classes.row}>
          <Button variant="default" onClick={endOthers}>
            {t('core.account.sessions.end_others')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function Session({ session }: { session: OpenSession }) {
  const t = useT()
  const { formatDateTime } = useFormats()
  const { browser, system, phone } = session.device
  const name = [browser, system].filter(Boolean).join(' · ') || t('core.account.sessions.unknown')
  return (
    <li className={classes.session}>
      <Icon name={phone ? 'device-mobile' : 'device-laptop'} size={22} />
      <div className={classes.device}>
        <div className={classes.deviceName}>
          {name}
          {session.current && <Badge variant="light">{t('core.account.sessions.current')}</Badge>}
        </div>
        <div className={classes.deviceFacts}>
          {t('core.account.sessions.opened', { when: formatDateTime(session.openedAt) })} ·{' '}
          {t('core.account.sessions.seen', { when: formatDateTime(session.seenAt) })} · {session.address}
        </div>
      </div>
      {!session.current && (
        <Button
          variant="default"
          size="xs"
          aria-label={t('core.account.sessions.end_label', { device: name })}
          onClick={() => router.delete(`/account/sessions/${session.id}`, { preserveScroll: true })}
        >
          {t('core.account.sessions.end')}
        </Button>
      )}
    </li>
  )
}
