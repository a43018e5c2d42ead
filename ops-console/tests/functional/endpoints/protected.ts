import { setTimeout as wait } from 'node:timers/promises'
import type { Knex } from 'knex'

const TABLES = [
  ...['command_results', 'commands', 'package_downloads', 'packages', 'vpn_permissions', 'threat_steps'],
  ...['threat_cases', 'computers', 'endpoint_groups', 'workstations', 'endpoint_days', 'licences'],
]

/** Takes away what the specs of endpoint protection left of these units. */
export async function clearEndpoints(knex: Knex, tenants: number[]) {
  for (const table of TABLES) {
    await knex(`ops_console.ops_console_${table}`).whereIn('tenant_id', tenants).delete()
  }
}

/** Waits until the collector has come so far; `lines` are what it logged, for the message of a failure. */
export async function eventually(came: () => Promise<boolean>, lines: readonly string[]) {
  const ends = Date.now() + 60_000
  while (!(await came())) {
    if (Date.now() > ends) throw new Error(`It did not come so far: ${lines.slice(-3).join('\n')}`)
    await wait(50)
  }
}
