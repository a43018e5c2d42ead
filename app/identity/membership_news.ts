import db from '@adonisjs/lucid/services/db'
import { publish } from '../bus/publish.ts'
import { currentScope } from '../tenancy/scope.ts'
import type { Day } from '../values/days.ts'
import { reopenAccount } from './account_life.ts'
import { membershipEnded, membershipGranted } from './events.ts'
import { people } from './people.ts'
import { tightenSessions } from './sessions.ts'

export interface Held {
  personId: string
  role: string
  from: Day
  to: Day | null
}

/** Tells other areas of a role held from a day on; sessions that are open take its limits. */
export async function tellGranted({ personId, role, from, to }: Held): Promise<void> {
  await publish(membershipGranted, { subject: `person/${personId}`, data: { personId, role, from, to } })
  currentScope()!.afterCommit(async () => {
    await tightenSessions(personId, role)
    await reopenAccount(personId)
  })
}

/** Tells other areas, and the person's open connections in every process, once the transaction is committed. */
export async function tellEnded({ personId, role, from, to }: Held): Promise<void> {
  await publish(membershipEnded, { subject: `person/${personId}`, data: { personId, role, from, to } })
  const account = (await people.accountsOf([personId])).get(personId)
  if (account) await db.rawQuery(`select pg_notify('sessions', ?)`, [account])
}
