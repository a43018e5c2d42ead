import type { Knex } from 'knex'
import { openSecrets } from '#ops/inventory/credentials'
import type { Device } from '#ops/inventory/device'
import { managementAddress } from '#ops/inventory/management_address'
import { dataKey } from '#ops/inventory/sealing'
import type { SepmTarget } from '#ops/probes/sepm/client'
import { readMap } from '#ops/simulator/map'

/**
 * Where the city's SEPM answers and how to log in; null while it is not known. Only the collector calls this.
 * @throws TargetRefused when it stands outside the management prefixes
 */
export async function sepmTarget(
  knex: Knex,
  sepm: Pick<Device, 'id' | 'simulated' | 'api'>,
  simulatorMap: string
): Promise<SepmTarget | null> {
  if (sepm.simulated) return (await readMap(simulatorMap))?.sepm ?? null
  if (sepm.api?.kind !== 'sepm') return null
  const [username, password] = await Promise.all(
    ['username', 'password'].map(async (field) => (await openSecrets(knex, dataKey(), field)).get(sepm.id))
  )
  if (!username || !password) return null
  const { port, fingerprint } = sepm.api
  const host = await managementAddress(sepm.api.host)
  return { host, port, username, password, ...(fingerprint && { fingerprint }) }
}
