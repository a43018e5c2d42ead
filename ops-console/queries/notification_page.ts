import type { Knex } from 'knex'
import { contacts, policies, rotas } from '#ops/alarms/recipients'
import { NOTICES } from '#ops/alarms/notice'

export interface NoticeRow {
  id: string
  incidentId: string | null
  kind: string
  channel: string
  name: string
  address: string | null
  state: string
  attempts: number
  error: string | null
  createdAt: string
  sentAt: string | null
  unit: string
  check: string
}

const SHOWN = 100

/** Whom the console tells, by which rules, and what became of the last notices; the dead ones first. */
export async function notificationPage(knex: Knex) {
  const units = new Map<number, string>(
    (await knex('core.tenancy_tenants').select('id', 'short_name')).map((row) => [row.id, row.short_name])
  )
  const people = await contacts(knex)
  return {
    contacts: people.map((one) => ({
      ...{ id: one.id, role: one.role, name: one.name, supplier: one.supplier, active: one.active },
      ...{ email: one.email, phone: one.phone, bell: one.accountId !== null },
      unit: one.role === 'school' ? (units.get(one.tenantId) ?? '') : null,
    })),
    rotas: (await rotas(knex)).map(({ id, name }) => ({ id, name })),
    webhooks: await knex('ops_console.ops_console_webhooks')
      .orderBy('name')
      .select('id', 'name', 'url', 'active'),
    policies: await policies(knex),
    notices: await noticeRows(knex),
  }
}

async function noticeRows(knex: Knex): Promise<NoticeRow[]> {
  const rows = await knex(NOTICES)
    .orderByRaw(`state = 'dead' desc, created_at desc, id`)
    .limit(SHOWN)
    .select(
      'id',
      'incident_id as incidentId',
      'kind',
      'channel',
      'name',
      'address',
      'state',
      'attempts',
      'error'
    )
    .select('created_at as createdAt', 'sent_at as sentAt')
    .select(knex.raw(`content ->> 'unit' as unit, content ->> 'check' as "check"`))
  return rows.map((row) => ({
    ...row,
    address: row.channel === 'email' ? row.address : null,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }))
}
