import type { Knex } from 'knex'
import type { Task } from './task.ts'

/** Lets the audit trail name who ordered the work. */
export const asPerson = (trx: Knex.Transaction, task: Task) =>
  trx.raw(
    `select set_config('app.tenant_id', ?, true), set_config('app.actor', ?, true), set_config('app.actor_role', ?, true)`,
    [String(task.tenant_id), task.requested_by, task.requested_role]
  )
