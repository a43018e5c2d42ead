import { onRecord } from './on_record.ts'
import { revokeSessions } from './sessions.ts'

/** Only such accounts open again by themselves: the others were closed by a person. */
const NO_ROLE = 'no_role'

/** Who comes back has the old account with the old login name (portal-and-users, P12). */
export const reopenAccount = (personId: string): Promise<unknown> =>
  onRecord((trx) =>
    trx
      .from('core.identity_accounts')
      .where({ person_id: personId, state: 'disabled', disabled_reason: NO_ROLE })
      .update({ state: 'active', disabled_reason: null, updated_at: new Date() })
  )

/**
 * Closes accounts of people whose last role, in this unit, is over and who have none elsewhere, nor one to come
 * (portal-and-users, rule 10). Returns how many; run again, none.
 */
export async function closeAccountsWithoutRole(tenantId: number): Promise<number> {
  const { rows } = await onRecord((trx) =>
    trx.rawQuery<{ rows: { id: string }[] }>(
      `update core.identity_accounts a set state = 'disabled', disabled_reason = ?, updated_at = now()
       where a.state = 'active' and not a.demo
         and exists (select from core.identity_memberships m where m.person_id = a.person_id and m.tenant_id = ?)
         and not exists (select from core.identity_memberships m where m.person_id = a.person_id
           and coalesce(m.valid_to, 'infinity') >= (now() at time zone 'Europe/Warsaw')::date)
       returning a.id`,
      [NO_ROLE, tenantId]
    )
  )
  for (const { id } of rows) await revokeSessions(id, 'account_closed')
  return rows.length
}
