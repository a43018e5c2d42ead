import type { Knex } from 'knex'
import type { Fact } from '#ops/health/states'
import type { Severity } from '#ops/health/thresholds'
import type { Recipient } from './recipients.ts'

export const NOTICES = 'ops_console.ops_console_notices'

export type NoticeKind = 'problem' | 'escalation' | 'recovered' | 'school' | 'digest' | 'test'

/** What a notice tells; facts, put into words in the recipient's language when it is sent. */
export interface NoticeContent {
  unit: string
  unitName: string
  /** Kind of the entity; null: none in particular. */
  entity: string | null
  check: string
  instance: string
  severity: Severity
  fact: Fact | null
  openedAt: string
  closedAt: string | null
  /** Minutes without acknowledgement, of an escalation. */
  waited?: number
  /** For a school: its own trouble, or the city's. */
  scope?: 'own' | 'city'
  /** Of a digest. */
  items?: { kind: NoticeKind; unit: string; check: string; at: string }[]
}

export interface Notice {
  id: string
  tenant_id: number
  incident_id: string | null
  episode: number
  kind: NoticeKind
  step: number
  channel: Recipient['channel']
  recipient: string
  name: string
  address: string
  locale: 'pl' | 'en'
  hourly_limit: number | null
  content: NoticeContent
  state: 'pending' | 'sending' | 'sent' | 'dead' | 'dropped' | 'held' | 'digested'
  attempts: number
  due_at: Date
  sent_at: Date | null
  error: string | null
  created_at: Date
}

export interface NewNotice {
  tenantId: number
  incidentId: string | null
  episode: number
  kind: NoticeKind
  step: number
  to: Recipient
  content: NoticeContent
}

/** Puts notices into the outbox; one that is there already for the same incident, step and recipient is left alone. */
export async function putIntoOutbox(trx: Knex, notices: readonly NewNotice[], now: Date): Promise<number> {
  if (!notices.length) return 0
  const rows = await trx(NOTICES)
    .insert(
      notices.map(({ tenantId, incidentId, episode, kind, step, to, content }) => ({
        ...{
          tenant_id: tenantId,
          incident_id: incidentId,
          episode,
          kind,
          step,
          due_at: now,
          created_at: now,
        },
        ...{ channel: to.channel, recipient: to.key, name: to.name, address: to.address, locale: to.locale },
        hourly_limit: to.hourlyLimit,
        content: JSON.stringify(content),
      }))
    )
    .onConflict(['tenant_id', 'incident_id', 'episode', 'kind', 'step', 'channel', 'recipient'])
    .ignore()
    .returning('id')
  return rows.length
}
