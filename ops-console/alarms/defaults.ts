import type { Knex } from 'knex'
import { addDays, warsawDay, weekday } from '@unia/platform/values'
import type { Step } from './policy.ts'

const ROTA = 'Dyżur IT'

/**
 * A rota without people and the city's rules, once, so that a new city is not silent by omission: on-call IT at once,
 * after a quarter of an hour the contractor, after an hour the manager; of warnings only IT hears.
 */
export async function ensureDefaults(trx: Knex, now: Date) {
  const city = await trx('core.tenancy_tenants').where({ slug: 'um-lublin' }).first('id')
  if (!city) return
  const known = await trx('ops_console.ops_console_policies').first('id')
  if (known) return
  const tenant_id = city.id
  const today = warsawDay(now)
  const startsOn = addDays(today, 1 - weekday(today))
  const [rota] = await trx('ops_console.ops_console_rotas')
    .insert({ tenant_id, name: ROTA, starts_on: startsOn })
    .returning('id')
  const first: Step = { afterMinutes: 0, targets: [{ type: 'rota', id: rota.id }] }
  const critical: Step[] = [
    first,
    { afterMinutes: 15, targets: [{ type: 'supplier' }] },
    { afterMinutes: 60, targets: [{ type: 'managers' }] },
  ]
  await trx('ops_console.ops_console_policies').insert([
    { tenant_id, name: 'Awarie', position: 10, min_severity: 'critical', steps: JSON.stringify(critical) },
    { tenant_id, name: 'Ostrzeżenia', position: 20, min_severity: 'warning', steps: JSON.stringify([first]) },
  ])
}
