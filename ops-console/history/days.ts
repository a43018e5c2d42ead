import type { Knex } from 'knex'
import { LEVELS, tableOf, type Level } from './levels.ts'
import { linkRetentionDays, retentionDays } from './retention.ts'

const DAY_MS = 86_400_000

/** Makes partitions for today and tomorrow and drops those past retention; through functions of the owner. */
export async function keepHistoryDays(knex: Knex, rawDays = retentionDays('raw')) {
  await ensureHistory(knex, new Date(Date.now() - DAY_MS), new Date(Date.now() + 2 * DAY_MS))
  const levels: Level[] = ['raw', ...LEVELS.map(({ level }) => level)]
  for (const level of levels) {
    const days = level === 'raw' ? rawDays : retentionDays(level)
    if (days !== null) await drop(knex, tableOf(level), days)
  }
  await drop(knex, 'ops_console.ops_console_link_minutes', linkRetentionDays())
}

/** Partitions of all levels from one UTC day to another, e.g. before history is brought from elsewhere. */
export async function ensureHistory(knex: Knex, first: Date, last: Date) {
  const day = (at: Date) => at.toISOString().slice(0, 10)
  await knex.raw('select ops_console.ops_console_ensure_history(?, ?)', [day(first), day(last)])
}

async function drop(knex: Knex, table: string, days: number) {
  await knex.raw('select ops_console.ops_console_drop_history(?, ?)', [table.split('.')[1], Math.floor(days)])
}
