import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { PlayedApi } from './apis.ts'
import type { SepmTarget } from '#ops/probes/sepm/client'
import type { UsmUser } from './snmp/usm.ts'

/** Where the simulator's devices answer; written by the simulator, read by the collector. */
export interface SimulatorMap {
  community: string
  /** SNMPv3 user that every device knows too. */
  usm?: UsmUser
  /** Loopback port of the control interface. */
  control: { host: string; port: number }
  /** The city's SEPM, with its service account. */
  sepm?: SepmTarget
  /** By device key, `<unit>/<device>`. */
  devices: Record<string, { host: string; port: number }>
  /** Vendors' interfaces, by device key. */
  apis?: Record<string, PlayedApi>
}

/** Null when no simulator has written it. */
export async function readMap(path: string): Promise<SimulatorMap | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as SimulatorMap)
}

export async function writeMap(path: string, map: SimulatorMap) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, JSON.stringify(map, null, 2))
  await rename(`${path}.new`, path)
}
