import type { Task } from './task.ts'

type Status = Exclude<Task['state'], 'preview'>
const statusOf = (state: Task['state']): Status => (state === 'preview' ? 'waiting' : state)

/** What a page shows of a task; never what is sealed with it. */
export const taskView = ({ id, state, done, total, error, requested_at, requested_by_name }: Task) => ({
  ...{ id, state, done, total, error, by: requested_by_name, status: statusOf(state) },
  at: requested_at.toISOString(),
})

export type TaskView = ReturnType<typeof taskView>
