import type { Knex } from 'knex'
import { rosterEntry, rosterRows, type RosterEntry } from '#ops/collector/roster'
import { readMap } from '#ops/simulator/map'
import { secretsOf, type SecretField } from './credentials.ts'
import { dataKeys } from './sealing.ts'

/** An entity as the collector would ask it, with typed secrets before stored ones; null when there is none. */
export async function entryToTest(
  knex: Knex,
  deviceId: string,
  typed: Partial<Record<SecretField, string | null>>
): Promise<RosterEntry | null> {
  const [row] = await rosterRows(knex, deviceId)
  if (!row) return null
  const simulator = await readMap(process.env.OPS_SIMULATOR_MAP ?? '.data/simulator.json')
  const stored = row.simulated ? {} : await secretsOf(knex, dataKeys(), deviceId)
  const given = Object.fromEntries(Object.entries(typed).filter(([, secret]) => secret)) as Record<
    string,
    string
  >
  const entry = rosterEntry(row, simulator, { ...stored, ...given })
  if (row.simulated && given.community && entry.target) entry.target.community = given.community
  return entry
}
