import { asPerson } from '#ops/inventory/tasks/as_person'
import type { TaskContext } from '#ops/inventory/tasks/run_task'
import { secretOf, TASKS, type Task } from '#ops/inventory/tasks/task'
import { applyImport } from './apply.ts'
import type { Mapping } from './columns.ts'
import { planImport, type PlannedRow } from './plan.ts'
import type { ImportTable } from './read_table.ts'

/**
 * Applies a file in one transaction, planned anew against what is known now, and in the name of who ordered it. The
 * task's own row says in the same transaction that it was done, so that a repetition finds nothing to do.
 */
export async function runImport(
  task: Task,
  { knex, progress }: TaskContext
): Promise<{ rows: PlannedRow[] }> {
  const table = secretOf<ImportTable>(task)
  if (!table) throw Object.assign(new Error('The file was forgotten'), { code: 'E_FORGOTTEN' })
  return knex.transaction(async (trx) => {
    await asPerson(trx, task)
    const work = await planImport(trx, table, task.payload.mapping as Mapping)
    const rows = await applyImport(trx, work, { by: task.requested_by_name, origin: 'import', progress })
    await trx('ops_console.ops_console_questions').insert({
      ...{ tenant_id: task.tenant_id, what: 'import', asked_by: task.requested_by },
      asked_by_name: task.requested_by_name,
      details: JSON.stringify({ file: task.payload.file, ...counts(rows) }),
    })
    const result = { rows }
    await trx(TASKS)
      .where({ tenant_id: task.tenant_id, id: task.id })
      .update({
        state: 'done',
        done: rows.length,
        finished_at: new Date(),
        result: JSON.stringify(result),
        sealed: null,
      })
    return result
  })
}

/** How many rows do what. */
export function counts(rows: readonly PlannedRow[]) {
  const count = (action: PlannedRow['action']) => rows.filter((row) => row.action === action).length
  return { add: count('add'), change: count('change'), same: count('same'), refused: count('refused') }
}
