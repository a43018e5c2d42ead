import db from '@adonisjs/lucid/services/db'
import { addDays } from '@unia/platform/values'
import { PATIENCE_DAYS } from '#secretariat/domain/transfer'
import type { DeskTask } from './desk_task.ts'

/** Requests of other units that wait for an answer here. */
export default async function transfersWaiting(): Promise<DeskTask[]> {
  const row = await db
    .from('secretariat_transfers')
    .where({ direction: 'out', status: 'requested' })
    .select(db.raw('count(*)::integer as count, min(requested_on) as oldest'))
    .first()
  if (!row?.count) return []
  const due = addDays(row.oldest, PATIENCE_DAYS)
  return [
    {
      text: 'secretariat.desk.transfers',
      values: { count: row.count },
      count: row.count,
      href: '/secretariat/transfers',
      due,
    },
  ]
}
