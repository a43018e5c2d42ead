import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
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

/**
 * Seconds still to wait for this login name or address, the same for names that do not exist. Nought lets the attempt pass
 * and counts it as failed before it is made: of a thousand guesses sent at once only the free ones are heard.
 */
export const beginAttempt = (login: string, address: string): Promise<number> =>
  begin([loginKey(login), addressKey(address)], addressKey(address))

/** The same where no name is known yet, a code for instance: only the address is slowed down. */
export const beginFrom = (address: string): Promise<number> =>
  begin([addressKey(address)], addressKey(address))

const begin = (keys: string[], ofAddress: string): Promise<number> =>
  systemClient().transaction(async (trx) => {
    await trx.rawQuery(
      `insert into core.identity_throttle (key, failures, last_at) select unnest(?::text[]), 0, now() on conflict (key) do nothing`,
      [keys] as never
    )
    const rows = await trx.from('core.identity_throttle').whereIn('key', keys).orderBy('key').forUpdate()
    const waits = rows.map(({ key, failures, last_at: last }) => {
      const counted = key === ofAddress ? Math.floor(failures / ADDRESS_FACTOR) : failures
      return waitSeconds(counted) - (Date.now() - (last as Date).getTime()) / 1000
    })
    const seconds = Math.ceil(Math.max(0, ...waits))
    if (seconds === 0) await count(trx, keys)
    return seconds
  })

const count = (trx: TransactionClientContract, keys: string[]) =>
  trx.rawQuery(
    `update core.identity_throttle set last_at = clock_timestamp(),
       failures = case when last_at < clock_timestamp() - make_interval(secs => ?) then 1 else failures + 1 end
     where key = any (?)`,
    [FORGET_AFTER_MS / 1000, keys] as never
  )

/** The attempt was good: the name starts anew, the address gets it back. */
export async function forgetFailures(login: string, address: string): Promise<void> {
  await systemClient().from('core.identity_throttle').where('key', loginKey(login)).delete()
  await systemClient()
    .from('core.identity_throttle')
    .where('key', addressKey(address))
    .where('failures', '>', 0)
    .decrement('failures', 1)
}

const loginKey = (login: string) => indexHash(login.toLowerCase(), 'throttle-login')
const addressKey = (address: string) => indexHash(address, 'throttle-address')
