import type { Knex } from 'knex'
import { onCallAt, type Override, type Rota } from './on_call.ts'
import { supplierOf, type Policy, type Target } from './policy.ts'

export interface Contact {
  id: string
  tenantId: number
  role: 'it' | 'manager' | 'supplier' | 'school'
  name: string
  supplier: string | null
  accountId: string | null
  email: string | null
  phone: string | null
  locale: 'pl' | 'en'
  hoursFrom: string | null
  hoursUntil: string | null
  hourlyLimit: number
  active: boolean
}

/** One way to one recipient. */
export interface Recipient {
  channel: 'email' | 'webhook' | 'bell'
  /** Stable name of the recipient: `contact:<id>`, `email:<address>`, `webhook:<id>`. */
  key: string
  name: string
  /** E-mail address, id of the webhook, or id of the account. */
  address: string
  locale: 'pl' | 'en'
  hourlyLimit: number | null
}

/** Everybody the console could tell, and the rules by which it does. */
export interface Book {
  contacts: Contact[]
  rotas: Rota[]
  /** By rota, in the order they were entered. */
  overrides: Map<string, Override[]>
  webhooks: { id: string; name: string }[]
  policies: Policy[]
}

/** E-mail and bell, as far as they are known; a contact without either is nobody. */
export function waysTo(contact: Contact): Recipient[] {
  const { id, name, locale, hourlyLimit, email, accountId } = contact
  const shared = { key: `contact:${id}`, name, locale }
  return [
    ...(email ? [{ ...shared, channel: 'email' as const, address: email, hourlyLimit }] : []),
    ...(accountId ? [{ ...shared, channel: 'bell' as const, address: accountId, hourlyLimit: null }] : []),
  ]
}

interface Asked {
  kind: string | null
  /** A device on trial is the IT department's business alone. */
  pilot: boolean
  now: Date
}

/** Who stands behind the targets of a step now; each way once. */
export function recipientsOf(targets: readonly Target[], book: Book, asked: Asked): Recipient[] {
  const all = targets.flatMap((target) => resolve(target, book, asked))
  return [...new Map(all.map((one) => [`${one.channel} ${one.key}`, one])).values()]
}

function resolve(target: Target, book: Book, { kind, pilot, now }: Asked): Recipient[] {
  const active = book.contacts.filter((contact) => contact.active)
  const named = (id: string | null) => active.filter((contact) => contact.id === id).flatMap(waysTo)
  switch (target.type) {
    case 'rota': {
      const rota = book.rotas.find(({ id }) => id === target.id)
      return rota ? named(onCallAt(rota, book.overrides.get(rota.id) ?? [], now)) : []
    }
    case 'contact':
      return named(target.id)
    case 'supplier': {
      const supplier = pilot ? null : supplierOf(kind)
      return active.filter((one) => one.role === 'supplier' && one.supplier === supplier).flatMap(waysTo)
    }
    case 'managers':
      return active.filter((one) => one.role === 'manager').flatMap(waysTo)
    case 'email': {
      const { address } = target
      return [
        { channel: 'email', key: `email:${address}`, name: address, address, locale: 'pl', hourlyLimit: 20 },
      ]
    }
    case 'webhook': {
      const hook = book.webhooks.find(({ id }) => id === target.id)
      if (!hook) return []
      const { id, name } = hook
      return [{ channel: 'webhook', key: `webhook:${id}`, name, address: id, locale: 'pl', hourlyLimit: 120 }]
    }
  }
}

const CONTACT = {
  id: 'id',
  tenantId: 'tenant_id',
  role: 'role',
  name: 'name',
  supplier: 'supplier',
  accountId: 'account_id',
  email: 'email',
  phone: 'phone',
  locale: 'locale',
  hoursFrom: 'hours_from',
  hoursUntil: 'hours_until',
  hourlyLimit: 'hourly_limit',
  active: 'active',
}

export const contacts = (knex: Knex): Promise<Contact[]> =>
  knex('ops_console.ops_console_contacts').orderByRaw('name collate "pl-x-icu"').select(CONTACT)

export const rotas = (knex: Knex): Promise<Rota[]> =>
  knex('ops_console.ops_console_rotas')
    .orderBy('name')
    .select({ id: 'id', name: 'name', handover: 'handover', days: 'days', contactIds: 'contact_ids' })
    .select(knex.raw(`starts_on::text as "startsOn"`))

/** Overrides that are not over, by rota, in the order they were entered. */
export async function overrides(knex: Knex, since: Date): Promise<Map<string, Override[]>> {
  const rows: (Override & { rotaId: string })[] = await knex('ops_console.ops_console_rota_overrides')
    .where('ends_at', '>', since)
    .orderBy(['created_at', 'id'])
    .select({ id: 'id', rotaId: 'rota_id', contactId: 'contact_id', startsAt: 'starts_at' })
    .select({ endsAt: 'ends_at', kind: 'kind', reason: 'reason' })
  const found = new Map<string, Override[]>()
  for (const { rotaId, ...one } of rows) found.set(rotaId, [...(found.get(rotaId) ?? []), one])
  return found
}

export const policies = (knex: Knex): Promise<Policy[]> =>
  knex('ops_console.ops_console_policies').where({ active: true }).orderBy(['position', 'id']).select({
    id: 'id',
    name: 'name',
    minSeverity: 'min_severity',
    kinds: 'kinds',
    checks: 'checks',
    steps: 'steps',
  })

export async function readBook(knex: Knex, now: Date): Promise<Book> {
  return {
    contacts: await contacts(knex),
    rotas: await rotas(knex),
    overrides: await overrides(knex, now),
    webhooks: await knex('ops_console.ops_console_webhooks').where({ active: true }).select('id', 'name'),
    policies: await policies(knex),
  }
}
