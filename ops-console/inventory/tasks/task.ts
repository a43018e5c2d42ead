import type { Knex } from 'knex'
import { dataKeys, seal, unseal } from '../sealing.ts'

export const TASKS = 'ops_console.ops_console_inventory_tasks'

export interface Person {
  id: string
  name: string
  role: string
}

export interface Task {
  tenant_id: number
  id: string
  kind: 'import' | 'discovery'
  state: 'preview' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  payload: Record<string, unknown>
  sealed: Buffer | null
  result: Record<string, unknown>
  done: number
  total: number
  error: string | null
  requested_by: string
  requested_by_name: string
  requested_role: string
  requested_at: Date
  finished_at: Date | null
  cancel: boolean
}

export interface NewTask {
  tenantId: number
  kind: Task['kind']
  state: 'preview' | 'waiting'
  /** Two requests with the same key are one. */
  requestKey: string
  payload: object
  /** Sealed at once; forgotten a day later. */
  secret: unknown
  total: number
}

/** Writes work down; the same request sent twice is the same task. */
export async function createTask(trx: Knex.Transaction, task: NewTask, person: Person): Promise<string> {
  await trx(TASKS).where('requested_at', '<', trx.raw(`now() - interval '1 day'`)).update({ sealed: null })
  const row = {
    ...{ tenant_id: task.tenantId, kind: task.kind, state: task.state, request_key: task.requestKey },
    ...{ payload: JSON.stringify(task.payload), total: task.total },
    ...{ requested_by: person.id, requested_by_name: person.name, requested_role: person.role },
  }
  const [made] = await trx(TASKS)
    .insert(row)
    .onConflict(['tenant_id', 'request_key'])
    .ignore()
    .returning('id')
  if (!made) {
    return (await trx(TASKS).where({ tenant_id: task.tenantId, request_key: task.requestKey }).first('id')).id
  }
  const sealed = seal(dataKeys().key, placeOf(task.tenantId, made.id), JSON.stringify(task.secret))
  await trx(TASKS).where({ tenant_id: task.tenantId, id: made.id }).update({ sealed })
  return made.id
}

/** What was sealed with the task; null when it was forgotten. */
export const secretOf = <T>({ tenant_id, id, sealed }: Task): T | null =>
  sealed && (JSON.parse(unseal(dataKeys(), placeOf(tenant_id, id), sealed)) as T)

const placeOf = (tenantId: number, deviceId: string) => ({ tenantId, deviceId, field: 'task' })
