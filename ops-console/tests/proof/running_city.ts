import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openChainDatabase } from '#ops/chain/database'
import { FieldControl } from '#ops/simulator/control_client'
import { aCity } from './city.ts'
import { startPart, until, type RunningPart } from './parts.ts'
import { freePorts } from './ports.ts'
import { statesIn, type Standing } from './story.ts'

export const CORE = 'um-lublin/core'

/** Polls every two seconds, so that what takes minutes in the product takes seconds. */
const QUICK = {
  ...{ OPS_POLL_SECONDS: '2', OPS_RETRY_SECONDS: '1', OPS_TIMEOUT_MS: '500', OPS_SECONDARY_SECONDS: '2' },
  ...{ OPS_SIMULATOR_FAULTS: 'off', OPS_INGEST: 'on' },
}

/**
 * A city of so many schools on a PostgreSQL of its own, with simulator and collector as processes of their own; all of
 * it answers when this returns. `close` ends everything.
 */
export async function runningCity(schools: number, settings: NodeJS.ProcessEnv = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'unia-city-'))
  const database = await openChainDatabase()
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_OPS_URL: opsUrl } = database.environment
  const city = await aCity({ ownerUrl: ownerUrl!, opsUrl: opsUrl! }, schools)
  const map = join(folder, 'map.json')
  const [udp, tcp, tls, trap] = (await freePorts(4)).map(String)
  const environment = {
    ...{ ...database.environment, ...QUICK, OPS_SIMULATOR_MAP: map },
    ...{ OPS_SYSLOG_UDP: udp, OPS_SYSLOG_TCP: tcp, OPS_SYSLOG_TLS: tls, OPS_TRAP_PORT: trap },
    ...settings,
  }
  const log = process.env.OPS_PROOF_LOG
  const simulator = startPart('simulator/main.ts', environment, log && `${log}-simulator.log`)
  const collectors: RunningPart[] = []
  const startCollector = () => {
    const part = startPart('collector.ts', environment, log && `${log}-collector.log`)
    collectors.push(part)
    return part
  }
  const running = {
    ...{ ...city, environment, simulator, startCollector, collector: startCollector() },
    control: new FieldControl(map),
    async close() {
      for (const part of [...collectors, simulator]) await part.stop()
      await city.close()
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  try {
    await until('all entities to answer', async () => allAnswer(await statesIn(city.ops), schools), 90)
    return running
  } catch (error) {
    await running.close()
    throw error
  }
}

export type RunningCity = Awaited<ReturnType<typeof runningCity>>

export const isAsked = ({ kind }: Standing) => kind !== 'endpoints' && kind !== 'sepm'
export const answers = ({ state }: Standing) => state === 'UP' || state === 'DEGRADED'

export function allAnswer(states: readonly Standing[], schools: number): boolean {
  const asked = states.filter(isAsked)
  return asked.length === 2 * schools + 1 && asked.every(answers)
}
