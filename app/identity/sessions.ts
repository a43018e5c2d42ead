import { randomBytes } from 'node:crypto'
import { logEvent } from '../access/log_event.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { isRole, ROLES } from '../access/roles.ts'
import { Identity, type MembershipFacts } from './identity.ts'
import { tokenHash } from './secret_box.ts'

export const SESSION_COOKIE = 'unia-session'

interface Row {
  id: string
  acting_roles: Record<string, string>
  needs_second_factor: boolean
  stepped_up_at: Date | null
  stale: boolean
  account_id: string
  login_name: string
  locale: 'pl' | 'en'
  second_factor: boolean
  demo: boolean
  person_id: string
  given_names: string
  surname: string
  unread: string
  memberships: MembershipFacts[]
}

/**
 * One query for everything a request needs to know about who makes it. Null for unknown, idle, ended or revoked. Counts as
 * activity unless `touch` is false.
 */
export async function identityOf(token: string, { touch = true } = {}): Promise<Identity | null> {
  const { rows } = await systemClient().rawQuery<{ rows: Row[] }>(
    `select s.id, s.acting_roles, s.needs_second_factor, s.stepped_up_at, s.last_seen_at < now() - interval '1 minute' as stale,
            a.id as account_id, a.login_name, a.locale, a.totp_confirmed_at is not null as second_factor, a.demo,
            p.id as person_id, p.given_names, p.surname,
            (select count(*) from core.identity_notifications n where n.account_id = a.id and n.read_at is null) as unread,
            coalesce((select json_agg(json_build_object('tenantId', m.tenant_id, 'role', m.role))
              from core.identity_memberships m where m.person_id = p.id
              and (now() at time zone 'Europe/Warsaw')::date between m.valid_from and coalesce(m.valid_to, 'infinity')), '[]') as memberships
     from core.identity_sessions s
     join core.identity_accounts a on a.id = s.account_id
     join core.identity_people p on p.id = a.person_id
     where s.token_hash = ? and s.revoked_at is null and s.expires_at > now() and a.state = 'active'
       and s.last_seen_at > now() - make_interval(mins => s.idle_minutes)`,
    [tokenHash(token)]
  )
  const row = rows[0]
  if (!row) return null
  if (touch && row.stale) await touchSession(row.id)
  return new Identity(
    row.account_id,
    { id: row.person_id, givenNames: row.given_names, surname: row.surname },
    row.login_name,
    row.locale,
    row.second_factor,
    row.demo,
    Number(row.unread),
    {
      id: row.id,
      needsSecondFactor: row.needs_second_factor,
      steppedUpAt: row.stepped_up_at,
      actingRoles: row.acting_roles,
    },
    row.memberships
  )
}

export const touchSession = (id: string) =>
  systemClient().from('identity_sessions').where('id', id).update({ last_seen_at: new Date() })

/** Opens a session and returns its token; only the token's hash is kept. */
export async function openSession(
  account: { id: string; roles: string[]; secondFactor: boolean },
  from: { address: string; userAgent: string }
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { idleMinutes, hours } = sessionLimits(account.roles)
  await systemClient()
    .table('identity_sessions')
    .insert({
      account_id: account.id,
      token_hash: tokenHash(token),
      address: from.address,
      user_agent: from.userAgent.slice(0, 300),
      needs_second_factor: account.secondFactor,
      stepped_up_at: account.secondFactor ? null : new Date(),
      idle_minutes: idleMinutes,
      expires_at: new Date(Date.now() + hours * 3_600_000),
    })
  return token
}

/** Staff 12 h and 30 min idle, 15 for money and HR; families 30 days (portal-and-users, rule 7). */
export function sessionLimits(roles: string[]): { idleMinutes: number; hours: number } {
  const careful = ['hr_clerk', 'payroll_clerk', 'chief_accountant', 'accountant', 'cashier', 'city_finance']
  if (roles.some((role) => careful.includes(role))) return { idleMinutes: 15, hours: 12 }
  const staff = roles.some((role) => isRole(role) && ROLES[role] !== 'self')
  return staff ? { idleMinutes: 30, hours: 12 } : { idleMinutes: 30 * 24 * 60, hours: 30 * 24 }
}

/** A role may ask for shorter sessions than those open: a parent's month is over when the parent becomes the cashier. */
export async function tightenSessions(personId: string, role: string): Promise<void> {
  const { idleMinutes, hours } = sessionLimits([role])
  await systemClient().rawQuery(
    `update core.identity_sessions s set idle_minutes = least(s.idle_minutes, ?),
       expires_at = least(s.expires_at, now() + make_interval(hours => ?))
     from core.identity_accounts a where a.id = s.account_id and a.person_id = ? and s.revoked_at is null`,
    [idleMinutes, hours, personId]
  )
}

/** Ends sessions of an account, all but `except`; live connections close when they hear of it. */
export async function revokeSessions(
  accountId: string,
  reason: string,
  which: { only?: string; except?: string } = {}
): Promise<number> {
  const { rowCount } = await systemClient().rawQuery<{ rowCount: number }>(
    `update core.identity_sessions set revoked_at = now(), revoke_reason = ?
     where account_id = ? and revoked_at is null and (?::uuid is null or id = ?::uuid) and id is distinct from ?::uuid`,
    [reason, accountId, which.only ?? null, which.only ?? null, which.except ?? null] as string[]
  )
  await systemClient().rawQuery(`select pg_notify('sessions', ?)`, [accountId])
  if (rowCount > 0) {
    const action = reason === 'logged_out' ? 'log_out' : 'session_ended'
    await logEvent({ action, accountId, details: { reason, sessions: rowCount } })
  }
  return rowCount
}
