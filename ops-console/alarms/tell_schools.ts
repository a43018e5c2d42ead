import type { Knex } from 'knex'
import { DateTime } from 'luxon'
import { isWorkingDay, schoolZone } from '@unia/platform/values'
import { IMPACTS, INCIDENTS } from './incident.ts'
import { NOTICES, putIntoOutbox, type NewNotice } from './notice.ts'
import { contentOf, toldIncidents, type ToldIncident } from './open_incidents.ts'
import { contacts, waysTo } from './recipients.ts'

const OPENS = '07:00'
const CLOSES = '17:00'

/** Whether a school reads notices now: its hours on a working day. */
export function isSchoolTime(now: Date, from: string | null, until: string | null): boolean {
  const there = DateTime.fromJSDate(now, { zone: schoolZone })
  const time = there.toFormat('HH:mm')
  return isWorkingDay(there.toISODate()!) && time >= (from ?? OPENS) && time < (until ?? CLOSES)
}

/**
 * Tells schools in live service, in their hours, that they are cut off: by trouble of their own or the city's. Only
 * after IT has been told, so that what is held back or silenced reaches nobody.
 */
export async function tellSchools(knex: Knex, now: Date) {
  const { rows } = await knex.raw(
    `select c.id as contact, x.id as incident from ops_console.ops_console_contacts c
     join ops_console.ops_console_devices e on e.tenant_id = c.tenant_id and e.kind = 'edge' and e.rollout = 'live'
     join (
       select i.tenant_id as unit, i.id, i.episode, i.step from ${INCIDENTS} i
       join ops_console.ops_console_devices d on d.tenant_id = i.tenant_id and d.id = i.device_id
       where i.closed_at is null and i.check_code = 'reachability' and d.kind in ('edge', 'cpe')
       union
       select m.tenant_id, i.id, i.episode, i.step from ${IMPACTS} m
       join ${INCIDENTS} i on i.tenant_id = m.incident_tenant_id and i.id = m.incident_id
       join ops_console.ops_console_devices d on d.tenant_id = m.tenant_id and d.id = m.device_id
       where m.to_at is null and i.closed_at is null and d.kind in ('edge', 'cpe')) x on x.unit = c.tenant_id
     where c.role = 'school' and c.active and x.step >= 0 and not exists (
       select from ${NOTICES} n where n.incident_id = x.id and n.episode = x.episode and n.kind = 'school'
         and n.recipient = 'contact:' || c.id)`
  )
  if (!rows.length) return
  const people = new Map((await contacts(knex)).map((contact) => [contact.id, contact]))
  const incidents: ToldIncident[] = await toldIncidents(knex).whereIn(
    'i.id',
    rows.map((row: { incident: string }) => row.incident)
  )
  const byId = new Map(incidents.map((one) => [one.id, one]))
  const notices = rows.flatMap((row: { contact: string; incident: string }): NewNotice[] => {
    const [contact, incident] = [people.get(row.contact), byId.get(row.incident)]
    if (!contact || !incident || !isSchoolTime(now, contact.hoursFrom, contact.hoursUntil)) return []
    const scope = incident.tenant_id === contact.tenantId ? ('own' as const) : ('city' as const)
    const { tenant_id: tenantId, id: incidentId, episode } = incident
    const shared = { tenantId, incidentId, episode, kind: 'school' as const, step: 0 }
    return waysTo(contact).map((to) => ({ ...shared, to, content: { ...contentOf(incident), scope } }))
  })
  await putIntoOutbox(knex, notices, now)
}
