import { isCityRole } from '../access/roles.ts'
import { currentScope } from '../tenancy/scope.ts'
import { inTenant, systemClient } from '../tenancy/tenancy.ts'
import type { Day } from '../values/days.ts'
import { tellGranted } from './membership_news.ts'
import { onRecord } from './on_record.ts'

/** Roles nobody hands out alone (portal-and-users, rule 3). */
export const needsSecondPerson = (role: string): boolean => role === 'unit_admin' || isCityRole(role)

export interface RoleRequest {
  id: string
  tenantId: number
  personId: string
  name: string
  role: string
  validTo: Day
  requestedBy: string
  requestedByName: string
  requestedAt: string
}

/** Asks for a weighty role; nothing changes until somebody else approves. False when the same one waits already. */
export async function requestRole(
  tenantId: number,
  { personId, role, validTo, reason = '' }: { personId: string; role: string; validTo: Day; reason?: string },
  accountId: string
): Promise<boolean> {
  const { rows } = await onRecord((trx) =>
    trx.rawQuery<{ rows: unknown[] }>(
      `insert into core.identity_role_requests (tenant_id, person_id, role, valid_to, reason, requested_by) values (?, ?, ?, ?, ?, ?)
       on conflict (tenant_id, person_id, role) where state = 'waiting' do nothing returning id`,
      [tenantId, personId, role, validTo, reason, accountId] as never
    )
  )
  return rows.length > 0
}

/** Requests that wait, of one unit or of all. */
export async function waitingRequests(tenantId: number | null): Promise<RoleRequest[]> {
  const { rows } = await systemClient().rawQuery<{ rows: (RoleRequest & { at: Date })[] }>(
    `select r.id, r.tenant_id as "tenantId", r.person_id as "personId", p.given_names || ' ' || p.surname as name, r.role,
            r.valid_to as "validTo", r.requested_by as "requestedBy", b.given_names || ' ' || b.surname as "requestedByName", r.created_at as at
     from core.identity_role_requests r
     join core.identity_people p on p.id = r.person_id
     join core.identity_accounts a on a.id = r.requested_by
     join core.identity_people b on b.id = a.person_id
     where r.state = 'waiting' and (?::integer is null or r.tenant_id = ?) order by r.created_at`,
    [tenantId, tenantId] as never
  )
  return rows.map(({ at, ...row }) => ({ ...row, requestedAt: at.toISOString() }))
}

/** Who asked, and who is to get the role, do not decide. */
export const isOwnRequest = (
  { requestedBy, personId }: Pick<RoleRequest, 'requestedBy' | 'personId'>,
  by: { accountId: string; personId: string }
): boolean => requestedBy === by.accountId || personId === by.personId

export type Decision = 'approved' | 'refused' | 'not_found' | 'own' | 'past'

/** The second person decides: neither who asked nor who is to get the role. `tenantId` null: in any unit, as the city. */
export async function decideRequest(
  id: string,
  approve: boolean,
  by: { accountId: string; personId: string; tenantId: number | null; today: Day }
): Promise<Decision> {
  return onRecord(async (trx) => {
    const request = await trx
      .from('core.identity_role_requests')
      .where({ id, state: 'waiting' })
      .if(by.tenantId !== null, (query) => void query.where('tenant_id', by.tenantId!))
      .forUpdate()
      .first()
    if (!request) return 'not_found'
    if (isOwnRequest({ requestedBy: request.requested_by, personId: request.person_id }, by)) return 'own'
    if (approve && request.valid_to < by.today) return 'past'
    const decided = { decided_by: by.accountId, decided_at: new Date(), updated_at: new Date() }
    await trx
      .from('core.identity_role_requests')
      .where('id', id)
      .update({ ...decided, state: approve ? 'approved' : 'refused' })
    if (!approve) return 'refused'
    const held = { person_id: request.person_id, role: request.role, valid_to: request.valid_to }
    await trx.table('core.identity_memberships').insert({
      ...held,
      ...{
        tenant_id: request.tenant_id,
        valid_from: by.today,
        source: 'manual',
        granted_by: request.requested_by,
      },
    })
    currentScope()?.afterCommit(() =>
      inTenant(request.tenant_id, () =>
        tellGranted({ personId: held.person_id, role: held.role, from: by.today, to: held.valid_to })
      )
    )
    return 'approved'
  })
}
