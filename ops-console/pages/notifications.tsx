import {
  Alert,
  Anchor,
  Button,
  Card,
  Icon,
  Link,
  PageHeader,
  router,
  StateBadge,
  useConfirm,
  useFormats,
  useT,
} from '@unia/ui'
import type { notificationPage, NoticeRow } from '#ops/queries/notification_page'
import { WebhookCard } from './parts/webhook_card.tsx'
import { useWords } from './parts/use_words.ts'
import classes from './parts/alarms.module.css'

type Whole = Awaited<ReturnType<typeof notificationPage>>

interface Props extends Whole {
  /** Whether a mail server is set. */
  mail: boolean
}

const BASE = '/city/ops-console/notifications'

/** Whom the console tells, by which rules, and what became of the last notices. */
export default function Notifications(props: Props) {
  const t = useT()
  const { contacts, mail, notices, policies, webhooks } = props
  const dead = notices.filter(({ state }) => state === 'dead').length
  return (
    <>
      <PageHeader
        title={t('ops-console.notifications.title')}
        facts={t('ops-console.notifications.facts', { contacts: contacts.length, dead })}
        primary={{ label: t('ops-console.recipient.add'), icon: 'plus', href: `${BASE}/contacts/create` }}
      />
      <div className={classes.column}>
        {!mail && (
          <Alert icon={<Icon name="alert-triangle" />} title={t('ops-console.notifications.no_mail')}>
            {t('ops-console.notifications.no_mail_hint')}
          </Alert>
        )}
        <Contacts contacts={contacts} />
        <Policies {...props} policies={policies} />
        <WebhookCard webhooks={webhooks} />
        <Notices notices={notices} />
      </div>
    </>
  )
}

const test = (data: Record<string, string>) => router.post(`${BASE}/notices`, data, { preserveScroll: true })

function Contacts({ contacts }: Pick<Props, 'contacts'>) {
  const t = useT()
  const confirm = useConfirm()
  const remove = async (id: string, name: string) => {
    const question = {
      title: t('ops-console.recipient.remove_title', { name }),
      confirm: t('ops-console.recipient.remove'),
    }
    if (await confirm({ ...question, danger: true })) router.delete(`${BASE}/contacts/${id}`)
  }
  return (
    <Card title={t('ops-console.recipient.title')}>
      {contacts.length === 0 && <p>{t('ops-console.recipient.empty')}</p>}
      {contacts.length > 0 && (
        <table className={classes.rows}>
          <thead>
            <Head fields={['person', 'role', 'ways', 'actions']} />
          </thead>
          <tbody>
            {contacts.map((one) => (
              <tr key={one.id}>
                <td>
                  <Anchor component={Link} href={`${BASE}/contacts/${one.id}/edit`}>
                    {one.name}
                  </Anchor>
                  {!one.active && ` (${t('ops-console.recipient.inactive')})`}
                </td>
                <td>
                  {[t(`ops-console.recipient.role.${one.role}`), one.supplier, one.unit]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td>
                  {[one.email, one.phone, one.bell && t('ops-console.recipient.bell')]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td>
                  <div className={classes.actions}>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => test({ contactId: one.id })}
                      aria-label={t('ops-console.notifications.test_to', { name: one.name })}
                    >
                      {t('ops-console.notifications.test')}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => void remove(one.id, one.name)}
                      aria-label={t('ops-console.recipient.remove_title', { name: one.name })}
                    >
                      {t('ops-console.recipient.remove')}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function Head({ fields }: { fields: string[] }) {
  const t = useT()
  return (
    <tr>
      {fields.map((field) => (
        <th key={field} scope="col">
          {t(`ops-console.alarms.field.${field}`)}
        </th>
      ))}
    </tr>
  )
}

function Policies({
  policies,
  rotas,
  contacts,
  webhooks,
}: Pick<Props, 'policies' | 'rotas' | 'contacts' | 'webhooks'>) {
  const t = useT()
  const names = new Map(
    [...rotas, ...contacts, ...webhooks].map(({ id, name }: { id: string; name: string }) => [id, name])
  )
  type Target = Props['policies'][number]['steps'][number]['targets'][number]
  const targetName = (target: Target) => {
    if ('address' in target) return target.address
    return 'id' in target ? (names.get(target.id) ?? '–') : t(`ops-console.policy.${target.type}`)
  }
  return (
    <Card title={t('ops-console.policy.title')}>
      {policies.length === 0 && <p>{t('ops-console.policy.empty')}</p>}
      {policies.map((policy) => (
        <section key={policy.id}>
          <h3>
            <Anchor component={Link} href={`${BASE}/policies/${policy.id}/edit`}>
              {policy.name}
            </Anchor>
          </h3>
          <p className={classes.small}>{t(`ops-console.policy.for.${policy.minSeverity}`)}</p>
          <ol className={classes.plain}>
            {policy.steps.map((step) => (
              <li key={step.afterMinutes}>
                {t('ops-console.policy.step', { minutes: step.afterMinutes })}{' '}
                {step.targets.map(targetName).join(', ')}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Card>
  )
}

const MARK: Record<string, 'ok' | 'critical' | 'unknown' | 'maintenance'> = {
  ...{ sent: 'ok', dead: 'critical', pending: 'unknown', sending: 'unknown' },
  ...{ held: 'maintenance', digested: 'ok', dropped: 'maintenance' },
}

function Notices({ notices }: { notices: NoticeRow[] }) {
  const t = useT()
  const words = useWords()
  const { formatDateTime } = useFormats()
  return (
    <Card title={t('ops-console.notifications.log')}>
      {notices.length === 0 && <p>{t('ops-console.notifications.log_empty')}</p>}
      {notices.length > 0 && (
        <table className={classes.rows}>
          <thead>
            <Head fields={['sent', 'person', 'what', 'state', 'actions']} />
          </thead>
          <tbody>
            {notices.map((one) => (
              <tr key={one.id}>
                <td>{formatDateTime(one.sentAt ?? one.createdAt)}</td>
                <td>{[one.name, t(`ops-console.channel.${one.channel}`)].join(' · ')}</td>
                <td>
                  {[
                    t(`ops-console.notice_kind.${one.kind}`),
                    one.unit,
                    one.kind !== 'test' && words.check(one),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td>
                  <StateBadge state={MARK[one.state] ?? 'unknown'}>
                    {t(`ops-console.notice_state.${one.state}`)}
                  </StateBadge>
                  {one.error && <div className={classes.small}>{one.error}</div>}
                </td>
                <td>
                  {one.state === 'dead' && (
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => router.put(`${BASE}/notices/${one.id}`, {}, { preserveScroll: true })}
                    >
                      {t('ops-console.notifications.retry')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
