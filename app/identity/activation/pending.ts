import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { systemClient } from '../../tenancy/tenancy.ts'

/** An invitation whose code was told right, on its way to an account. */
export interface Pending {
  tenantId: number
  personId: string
  kind: 'account' | 'recovery'
  givenNames: string
  surname: string
  roles: string[]
  accountId: string | null
  loginName: string | null
  secondFactor: boolean
  /** An e-mail known for the person that nobody logs in with. */
  freeEmail: string | null
}

/** Pupils may have shorter passwords than everybody who is anything else (portal-and-users, rule 4). */
export const isPupilOnly = ({ roles }: Pick<Pending, 'roles'>): boolean =>
  roles.length > 0 && roles.every((role) => role === 'pupil')

/** Null when it was used, taken back or has expired meanwhile. */
export async function pendingInvitation(id: string): Promise<Pending | null> {
  const { rows } = await systemClient().rawQuery<{ rows: Pending[] }>(
    `select i.tenant_id as "tenantId", i.person_id as "personId", i.kind, p.given_names as "givenNames", p.surname,
            array(select distinct role from core.identity_memberships m where m.person_id = p.id) as roles,
            a.id as "accountId", a.login_name as "loginName", a.totp_confirmed_at is not null as "secondFactor",
            (select c.value from core.identity_contacts c where c.person_id = p.id and c.kind = 'email'
               and not exists (select from core.identity_accounts o where o.login_name = lower(c.value))
             order by c.created_at limit 1) as "freeEmail"
     from core.identity_invitations i
     join core.identity_people p on p.id = i.person_id
     left join core.identity_accounts a on a.person_id = p.id
     where i.id = ? and i.used_at is null and i.revoked_at is null and i.expires_at > now()`,
    [id]
  )
  return rows[0] ?? null
}

/** Uses the invitation up; of two requests at once one gets it. */
export async function spend(trx: TransactionClientContract, id: string): Promise<boolean> {
  const { rowCount } = await trx.rawQuery<{ rowCount: number }>(
    `update core.identity_invitations set used_at = now(), updated_at = now()
     where id = ? and used_at is null and revoked_at is null and expires_at > now()`,
    [id]
  )
  return rowCount === 1
}
