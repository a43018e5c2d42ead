import type { Knex } from 'knex'
import { holidayOn, warsawDay } from '@unia/platform/values'
import { onCallAt, shifts, type Shift } from '#ops/alarms/on_call'
import { contacts, overrides, rotas } from '#ops/alarms/recipients'

export interface OnDuty {
  rota: string
  /** Null: nobody is named. */
  name: string | null
  phone: string | null
}

/** Who is on call now, by rota; the wall shows it. */
export async function onCallNow(knex: Knex, now: Date): Promise<OnDuty[]> {
  const people = new Map((await contacts(knex)).map((contact) => [contact.id, contact]))
  const changes = await overrides(knex, now)
  return (await rotas(knex)).map((rota) => {
    const contact = people.get(onCallAt(rota, changes.get(rota.id) ?? [], now) ?? '')
    return { rota: rota.name, name: contact?.name ?? null, phone: contact?.phone ?? null }
  })
}

export interface ShiftRow {
  contactId: string
  name: string
  from: string
  until: string
  override: { id: string; kind: string; reason: string } | null
  /** Public holidays that fall into it, as days. */
  holidays: { day: string; holiday: string }[]
  now: boolean
}

const WEEKS_SHOWN = 12

/** The calendar of each rota: the present turn and those of the next three months. */
export async function rotaPages(knex: Knex, now: Date) {
  const people = await contacts(knex)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const changes = await overrides(knex, now)
  const until = new Date(now.getTime() + WEEKS_SHOWN * 7 * 86_400_000)
  const pages = (await rotas(knex)).map((rota) => ({
    ...rota,
    shifts: shifts(rota, changes.get(rota.id) ?? [], now, until).map((shift) => shiftRow(shift, names, now)),
    overrides: (changes.get(rota.id) ?? []).map((one) => ({
      ...{ id: one.id, kind: one.kind, reason: one.reason, name: names.get(one.contactId) ?? '' },
      ...{ from: one.startsAt.toISOString(), until: one.endsAt.toISOString() },
    })),
  }))
  const choices = people.filter(({ role, active }) => active && (role === 'it' || role === 'manager'))
  return { rotas: pages, people: choices.map(({ id, name }) => ({ value: id, label: name })) }
}

function shiftRow(
  { contactId, from, until, override }: Shift,
  names: Map<string, string>,
  now: Date
): ShiftRow {
  return {
    ...{ contactId, name: names.get(contactId) ?? '', from: from.toISOString(), until: until.toISOString() },
    override: override && { id: override.id, kind: override.kind, reason: override.reason },
    holidays: holidaysBetween(from, until),
    now: from <= now && now < until,
  }
}

function holidaysBetween(from: Date, until: Date) {
  const found: { day: string; holiday: string }[] = []
  for (let at = from.getTime(); at < until.getTime(); at += 86_400_000) {
    const day = warsawDay(new Date(at))
    const holiday = holidayOn(day)
    if (holiday) found.push({ day, holiday })
  }
  return found
}
