import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'
import { opsPool } from '#ops/acting'
import { runTask } from '#ops/inventory/tasks/run_task'
import { TASKS, type Person, type Task } from '#ops/inventory/tasks/task'
import { recordId } from './record_id.ts'

/** The import or discovery that the address names. Throws E_NOT_FOUND. */
export async function taskOf(ctx: HttpContext, kind: Task['kind']): Promise<Task> {
  const task: Task | undefined = await opsPool()(TASKS)
    .where({ id: recordId(ctx), kind })
    .first()
  if (!task) throw new NotFound()
  return task
}

/** Sets off what waits, and what a dead process left; the answer does not wait for it. */
export const setOff = (id: string) => void runTask(opsPool(), id).catch(() => {})

export const personOf = (ctx: HttpContext): Person => ({
  id: ctx.identity!.accountId,
  name: ctx.identity!.name,
  role: ctx.place!.role,
})
