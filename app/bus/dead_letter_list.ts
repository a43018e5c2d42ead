import type { I18n } from '@adonisjs/i18n'
import { pluginName } from '../plugins/plugin_facts.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { tenants } from '../tenancy/tenants.ts'

export interface DeadLetterFilter {
  open: boolean
  limit: number
  offset: number
}

const FROM = `from core.bus_dead_letter l
  join core.bus_subscription s on s.id = l.subscription_id
  left join core.bus_outbox o on o.tenant_id = l.tenant_id and o.id = l.event_id
  where (l.resolution is null) = ?`

/** Messages that no attempt could deliver, the newest first, in words of the reader's language. */
export async function deadLetters({ open, limit, offset }: DeadLetterFilter, i18n: I18n) {
  const [count, found] = [
    await systemClient().rawQuery(`select count(*)::integer as total ${FROM}`, [open]),
    await systemClient().rawQuery(
      `select l.id, l.tenant_id, l.reason_code, l.error, l.attempts, l.first_at, l.last_at, l.resolution,
              l.resolution_reason, l.resolved_at, s.consumer, o.type
       ${FROM} order by l.last_at desc, l.id limit ? offset ?`,
      [open, limit, offset] as never
    ),
  ]
  return {
    total: count.rows[0].total as number,
    rows: found.rows.map((row: LetterRow) => letterView(row, i18n)),
  }
}

interface LetterRow {
  id: string
  tenant_id: number
  reason_code: string
  error: string
  attempts: number
  first_at: Date
  last_at: Date
  resolution: string | null
  resolution_reason: string | null
  resolved_at: Date | null
  consumer: string
  type: string | null
}

const letterView = (row: LetterRow, i18n: I18n) => ({
  id: row.id,
  unit: tenants.byId(row.tenant_id)?.shortName ?? '',
  event: row.type ? eventName(row.type, i18n) : '',
  type: row.type,
  consumer: pluginName(row.consumer.split('.')[0]!, i18n),
  reason: i18n.t(`core.bus.reason.${row.reason_code}`, {}, row.reason_code),
  error: row.error,
  attempts: row.attempts,
  firstAt: row.first_at.toISOString(),
  lastAt: row.last_at.toISOString(),
  resolution: row.resolution,
  resolutionReason: row.resolution_reason,
  resolvedAt: row.resolved_at?.toISOString() ?? null,
})

/** `pl.lublin.edu.secretariat.pupil.created.v1` → `secretariat.event.pupil.created` when the plugin names its events. */
function eventName(fullType: string, i18n: I18n): string {
  const short = fullType.replace(/^pl\.lublin\.edu\./, '').replace(/\.v\d+$/, '')
  const [area, ...rest] = short.split('.')
  return i18n.t(`${area}.event.${rest.join('.')}`, {}, short)
}

/** Which unit a dead letter belongs to; null when there is none. */
export async function letterKey(id: string): Promise<{ tenantId: number; id: string } | null> {
  const row = await systemClient().from('core.bus_dead_letter').where('id', id).select('tenant_id').first()
  return row ? { tenantId: row.tenant_id as number, id } : null
}
