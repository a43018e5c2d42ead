import { systemClient } from '../tenancy/tenancy.ts'
import type { Identity } from './identity.ts'
import { onRecord } from './on_record.ts'

export interface Contact {
  kind: 'email' | 'phone'
  value: string
  confirmed: boolean
}

/** How to reach a person, what they confirmed themselves first. Two people may share one (P3). */
export async function contactsOf(personId: string): Promise<Contact[]> {
  const rows = await systemClient()
    .from('identity_contacts')
    .where('person_id', personId)
    .orderByRaw('confirmed_at desc nulls last, created_at')
    .select('kind', 'value', 'confirmed_at')
  return rows.map(({ kind, value, confirmed_at }) => ({ kind, value, confirmed: confirmed_at !== null }))
}

/** What a unit knows about reaching somebody; until they confirm it, a proposal. */
export async function proposeContacts(
  personId: string,
  known: { email?: string | null; phone?: string | null }
): Promise<void> {
  const rows = rowsOf(personId, known)
  if (rows.length === 0) return
  await onRecord((trx) =>
    trx.table('core.identity_contacts').insert(rows).onConflict(['person_id', 'kind', 'value']).ignore()
  )
}

/** What the person says themselves takes the place of what was known. */
export async function confirmContacts(
  { person, accountId }: Identity,
  said: { email: string | null; phone: string | null }
): Promise<void> {
  await onRecord(
    async (trx) => {
      await trx.from('core.identity_contacts').where('person_id', person.id).delete()
      const rows = rowsOf(person.id, said).map((row) => ({ ...row, confirmed_at: new Date() }))
      if (rows.length) await trx.table('core.identity_contacts').multiInsert(rows)
    },
    { accountId }
  )
}

const rowsOf = (personId: string, { email, phone }: { email?: string | null; phone?: string | null }) => [
  ...(email ? [{ person_id: personId, kind: 'email', value: email.toLowerCase() }] : []),
  ...(phone ? [{ person_id: personId, kind: 'phone', value: phone }] : []),
]
