import type { Knex } from 'knex'
import type { Span } from './truth.ts'

export const SILENCE = ['reachability', 'readability', 'flapping']

/** One time an alarm was open; an incident that is opened again has several. */
export interface Alarm extends Span {
  key: string
  check: string
  incident: string
  /** It went over into another incident: the entity was not the cause. */
  attributed: boolean
}

export interface Became {
  key: string
  at: number
  was: string
  became: string
}

const NAME = `t.slug || '/' || d.key`

/** Every alarm of the database with the times it was open, by what its timeline says. */
export async function alarmsIn(ops: Knex): Promise<Alarm[]> {
  const { rows } = await ops.raw(
    `select i.id, i.check_code, ${NAME} as name, e.kind, e.at
     from ops_console.ops_console_incidents i
     join ops_console.ops_console_devices d on d.tenant_id = i.tenant_id and d.id = i.device_id
     join core.tenancy_tenants t on t.id = d.tenant_id
     join ops_console.ops_console_incident_events e on e.tenant_id = i.tenant_id and e.incident_id = i.id
     where e.kind in ('opened', 'reopened', 'closed', 'attributed') order by e.at, e.id`
  )
  const alarms: Alarm[] = []
  for (const { id: incident, check_code: check, name: key, kind, at } of rows) {
    if (kind === 'opened' || kind === 'reopened') {
      alarms.push({ key, check, incident, from: at.getTime(), to: Infinity, attributed: false })
      continue
    }
    const open = alarms.findLast((one) => one.incident === incident)
    if (open) Object.assign(open, { to: at.getTime(), attributed: kind === 'attributed' })
  }
  return alarms
}

export async function transitionsIn(ops: Knex): Promise<Became[]> {
  const { rows } = await ops.raw(
    `select ${NAME} as key, s.was, s.became, s.at from ops_console.ops_console_transitions s
     join ops_console.ops_console_devices d on d.tenant_id = s.tenant_id and d.id = s.device_id
     join core.tenancy_tenants t on t.id = d.tenant_id order by s.at, s.id`
  )
  return rows.map((row: Became & { at: Date }) => ({ ...row, at: row.at.getTime() }))
}

export interface Standing {
  key: string
  kind: string
  state: string
  fact: string | null
}

export async function statesIn(ops: Knex): Promise<Standing[]> {
  const { rows } = await ops.raw(
    `select ${NAME} as key, d.kind, coalesce(s.state, 'none') as state, s.fact->>'code' as fact
     from ops_console.ops_console_devices d join core.tenancy_tenants t on t.id = d.tenant_id
     left join ops_console.ops_console_device_states s on s.tenant_id = d.tenant_id and s.device_id = d.id`
  )
  return rows
}
