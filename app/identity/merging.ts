import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { publish } from '../bus/publish.ts'
import { currentScope } from '../tenancy/scope.ts'
import { inTenant, systemClient } from '../tenancy/tenancy.ts'
import { personMerged, personSplit } from './events.ts'
import { movePesel } from './move_pesel.ts'
import { onRecord } from './on_record.ts'
import { revokeSessions } from './sessions.ts'

/** A merge may be undone for so long (portal-and-users, section 5). */
export const UNDO_DAYS = 30

interface Moved {
  memberships: string[]
  invitations: string[]
  contacts: string[]
  account: 'moved' | 'closed' | null
  accountId: string | null
  pesel: boolean
  units: number[]
}

export type Merge = { outcome: 'merged'; mergeId: string } | { outcome: 'same' | 'gone' | 'two_pesels' }

/**
 * Two records turn out to be one person: roles, invitations, contacts and the account of `mergedId` become those of
 * `keptId`, and every unit that knows either hears of it. Nothing is deleted, so it can be undone.
 */
export async function mergePeople(
  keptId: string,
  mergedId: string,
  reasons: string[],
  by: { accountId: string | null; address?: string }
): Promise<Merge> {
  if (keptId === mergedId) return { outcome: 'same' }
  const merge = await onRecord(async (trx) => {
    const rows = await trx
      .from('core.identity_people')
      .whereIn('id', [keptId, mergedId])
      .whereNull('merged_into')
      .orderBy('id')
      .forUpdate()
    const [kept, merged] = [keptId, mergedId].map((id) => rows.find((row) => row.id === id))
    if (!kept || !merged) return { outcome: 'gone' } as const
    if (kept.pesel_hash && merged.pesel_hash) return { outcome: 'two_pesels' } as const
    const moved = await move(trx, keptId, mergedId)
    moved.pesel = await movePesel(trx, merged, kept)
    await trx
      .from('core.identity_people')
      .where('id', mergedId)
      .update({ merged_into: keptId, updated_at: new Date() })
    await trx
      .from('core.identity_merges')
      .where('state', 'proposed')
      .whereRaw(
        'least(kept_id, merged_id) = least(?::uuid, ?::uuid) and greatest(kept_id, merged_id) = greatest(?::uuid, ?::uuid)',
        [keptId, mergedId, keptId, mergedId]
      )
      .delete()
    const [row] = await trx
      .table('core.identity_merges')
      .insert({
        ...{
          kept_id: keptId,
          merged_id: mergedId,
          state: 'confirmed',
          reasons,
          moved: JSON.stringify(moved),
        },
        ...{ confirmed_by: by.accountId, confirmed_at: new Date() },
      })
      .returning('id')
    return { outcome: 'merged', mergeId: (row.id ?? row) as string, moved } as const
  }, by)
  if (merge.outcome !== 'merged') return merge
  if (merge.moved.accountId) await revokeSessions(merge.moved.accountId, 'merged')
  await tellUnits(merge.moved.units, personMerged, keptId, mergedId)
  return { outcome: 'merged', mergeId: merge.mergeId }
}

export type Undoing = 'undone' | 'not_found' | 'too_late'

/** Gives back what the merge moved; what came after it stays with the person kept. */
export async function undoMerge(
  mergeId: string,
  by: { accountId: string | null; address?: string }
): Promise<Undoing> {
  const done = await onRecord(async (trx) => {
    const merge = await trx
      .from('core.identity_merges')
      .where({ id: mergeId, state: 'confirmed' })
      .forUpdate()
      .first()
    if (!merge) return 'not_found' as const
    if (Date.now() - (merge.confirmed_at as Date).getTime() > UNDO_DAYS * 86_400_000)
      return 'too_late' as const
    const { kept_id: kept, merged_id: merged } = merge
    const moved = merge.moved as Moved
    await trx.from('core.identity_memberships').whereIn('id', moved.memberships).update({ person_id: merged })
    await trx.from('core.identity_invitations').whereIn('id', moved.invitations).update({ person_id: merged })
    await trx.from('core.identity_contacts').whereIn('id', moved.contacts).update({ person_id: merged })
    if (moved.account === 'moved')
      await trx.from('core.identity_accounts').where('id', moved.accountId!).update({ person_id: merged })
    if (moved.account === 'closed')
      await trx
        .from('core.identity_accounts')
        .where({ id: moved.accountId, disabled_reason: 'merged' })
        .update({ state: 'active', disabled_reason: null })
    const people = await trx.from('core.identity_people').whereIn('id', [kept, merged])
    if (moved.pesel)
      await movePesel(
        trx,
        people.find(({ id }) => id === kept)!,
        people.find(({ id }) => id === merged)!
      )
    await trx
      .from('core.identity_people')
      .where('id', merged)
      .update({ merged_into: null, updated_at: new Date() })
    await trx
      .from('core.identity_merges')
      .where('id', mergeId)
      .update({ state: 'undone', undone_by: by.accountId, undone_at: new Date() })
    return { kept, merged, moved }
  }, by)
  if (typeof done === 'string') return done
  if (done.moved.accountId) await revokeSessions(done.moved.accountId, 'split')
  await tellUnits(done.moved.units, personSplit, done.kept, done.merged)
  return 'undone'
}

/** One event in each unit; after the scope at hand, if there is one, because a scope is bound to one unit. */
async function tellUnits(units: number[], event: typeof personMerged, kept: string, merged: string) {
  const tell = async () => {
    for (const unit of units)
      await inTenant(unit, () =>
        publish(event, { subject: `person/${kept}`, data: { personId: kept, oldIds: [merged] } })
      )
  }
  const scope = currentScope()
  if (scope) scope.afterCommit(tell)
  else await tell()
}

async function move(trx: TransactionClientContract, kept: string, merged: string): Promise<Moved> {
  const units = await knownIn([merged])
  const memberships = await trx
    .from('core.identity_memberships')
    .where('person_id', merged)
    .update({ person_id: kept })
    .returning('id')
  await trx
    .from('core.identity_memberships')
    .where('about_person_id', merged)
    .update({ about_person_id: kept })
  const invitations = await trx
    .from('core.identity_invitations')
    .where('person_id', merged)
    .update({ person_id: kept })
    .returning('id')
  const { rows: contacts } = await trx.rawQuery<{ rows: { id: string }[] }>(
    `update core.identity_contacts c set person_id = ? where person_id = ? and not exists (
       select from core.identity_contacts k where k.person_id = ? and k.kind = c.kind and k.value = c.value) returning id`,
    [kept, merged, kept]
  )
  return {
    ...{ memberships: ids(memberships), invitations: ids(invitations), contacts: ids(contacts) },
    ...(await moveAccount(trx, kept, merged)),
    ...{ pesel: false, units },
  }
}

/** One account is enough: the other's name no longer logs in. */
async function moveAccount(trx: TransactionClientContract, kept: string, merged: string) {
  const accounts = await trx
    .from('core.identity_accounts')
    .whereIn('person_id', [kept, merged])
    .select('id', 'person_id')
  const theirs = accounts.find(({ person_id }) => person_id === merged)
  if (!theirs) return { account: null, accountId: null }
  const moves = accounts.length === 1
  await trx
    .from('core.identity_accounts')
    .where('id', theirs.id)
    .update(moves ? { person_id: kept } : { state: 'disabled', disabled_reason: 'merged' })
  return { account: moves ? ('moved' as const) : ('closed' as const), accountId: theirs.id as string }
}

async function knownIn(people: string[]): Promise<number[]> {
  const { rows } = await systemClient().rawQuery<{ rows: { id: number }[] }>(
    `select known_in as id from core.identity_presences where person_id = any (?::uuid[])
     union select tenant_id from core.identity_memberships where person_id = any (?::uuid[]) or about_person_id = any (?::uuid[])
     union select tenant_id from core.identity_invitations where person_id = any (?::uuid[])`,
    [people, people, people, people] as never
  )
  return rows.map(({ id }) => id)
}

const ids = (rows: unknown[]): string[] => rows.map((row) => (row as { id?: string }).id ?? (row as string))
