import { systemClient } from '../tenancy/tenancy.ts'
import { indexHash } from './secret_box.ts'

/** Failed attempts that cost nothing; after them the wait doubles from one second to sixty. */
const FREE_FAILURES = 3
const ADDRESS_FACTOR = 20
const FORGET_AFTER_MS = 15 * 60_000

/** Seconds to wait before the next attempt, counted from the last failure: 1, 2, 4 … 60 after three failures. */
export function waitSeconds(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(60, 2 ** (failures - FREE_FAILURES))
}

/** Seconds still to wait for this login name or address; the same for names that do not exist. */
export async function remainingWait(login: string, address: string, now = Date.now()): Promise<number> {
  const rows = await systemClient()
    .from('identity_throttle')
    .whereIn('key', [loginKey(login), addressKey(address)])
    .select('key', 'failures', 'last_at')
  const waits = rows.map((row) => {
    const failures =
      row.key === addressKey(address) ? Math.floor(row.failures / ADDRESS_FACTOR) : row.failures
    return waitSeconds(failures) - (now - (row.last_at as Date).getTime()) / 1000
  })
  return Math.max(0, Math.ceil(Math.max(0, ...waits)))
}

export async function recordFailure(login: string, address: string): Promise<void> {
  await systemClient().rawQuery(
    `insert into core.identity_throttle (key, failures, last_at) values (?, 1, now()), (?, 1, now())
     on conflict (key) do update set last_at = now(),
       failures = case when identity_throttle.last_at < now() - make_interval(secs => ?) then 1 else identity_throttle.failures + 1 end`,
    [loginKey(login), addressKey(address), FORGET_AFTER_MS / 1000]
  )
}

export const forgetFailures = (login: string) =>
  systemClient().from('identity_throttle').where('key', loginKey(login)).delete()

const loginKey = (login: string) => indexHash(login.toLowerCase(), 'throttle-login')
const addressKey = (address: string) => indexHash(address, 'throttle-address')
