import { systemClient } from '../tenancy/tenancy.ts'
import type { CheckResult } from './checks.ts'

const COLLECTOR_LATE_SECONDS = 90

export async function checkDatabase(): Promise<CheckResult> {
  await systemClient().rawQuery('select 1')
  return { status: 'ok' }
}

/** The console's collector is a process of its own: its silence is worth a warning, requests do not depend on it. */
export async function checkCollectors(): Promise<CheckResult> {
  const { rows: found } = await systemClient().rawQuery(
    `select has_table_privilege(current_user, c.oid, 'select') as readable
     from pg_class c where c.oid = to_regclass('ops_console.ops_console_collectors')`
  )
  if (!found[0]) return { status: 'warn', detail: 'console not installed' }
  if (!found[0].readable) return { status: 'warn', detail: 'heartbeat not readable' }
  const { rows } = await systemClient().rawQuery(
    `select extract(epoch from now() - max(beat_at))::integer as age from ops_console.ops_console_collectors`
  )
  const age = rows[0]?.age as number | null
  if (age === null) return { status: 'warn', detail: 'no collector yet' }
  return { status: age > COLLECTOR_LATE_SECONDS ? 'warn' : 'ok', detail: `last beat ${age} s ago` }
}
