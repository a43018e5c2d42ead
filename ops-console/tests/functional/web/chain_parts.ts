import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { readMap } from '#ops/simulator/map'
import type { IncidentView } from '#ops/stream/incidents'
import type { Client } from './school.ts'

/** Runs a part of the console as `npm start` does. */
export function start(script: string, map: string, settings: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--import', '@poppinss/ts-exec', `ops-console/${script}`], {
    env: {
      ...process.env,
      OPS_SIMULATOR_MAP: map,
      OPS_SIMULATOR_FAULTS: 'off',
      ...settings,
    },
    stdio: 'ignore',
  })
}

export async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** States of a device in the order in which the stream tells them, with the seconds since `from`. */
export function story(client: Client, deviceId: string) {
  const states: { state: string; fact: string | null; at: number }[] = []
  client.socket.on('delta', ({ changes }) => {
    for (const { id, state, fact } of changes.devices) {
      if (id === deviceId) states.push({ state, fact: fact?.code ?? null, at: Date.now() })
    }
  })
  return states
}

export async function until<T>(look: () => T | null | undefined | false, seconds: number): Promise<T> {
  for (const last = Date.now() + seconds * 1000; Date.now() < last; await wait(100)) {
    const found = look()
    if (found) return found
  }
  throw new Error(`nothing within ${seconds} s`)
}

/** Where the simulator is told of faults, once it poses as this device. */
export async function controlOf(path: string, device: string) {
  for (const last = Date.now() + 40_000; Date.now() < last; await wait(200)) {
    const map = await readMap(path)
    if (map?.devices[device]) return map.control
  }
  throw new Error(`no simulated ${device} within 40 s`)
}

/** Incidents of a device in the order in which the stream tells them. */
export function incidentsOf(client: Client, deviceId: string) {
  const told: { check: string; closedAt: string | null; at: number }[] = []
  client.socket.on('delta', ({ changes }: { changes: { incidents?: IncidentView[] } }) => {
    for (const { deviceId: id, check, closedAt } of changes.incidents ?? []) {
      if (id === deviceId) told.push({ check, closedAt, at: Date.now() })
    }
  })
  return told
}

/** Tells the simulator that a unit's firewall stops answering, or answers again. */
export const stopped = (port: number, unit: string, value: boolean) =>
  fetch(`http://127.0.0.1:${port}/devices/${unit}/edge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fault: 'stopped', value }),
  })
