import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '#ops/database'
import { settings } from '#ops/settings'
import { openControl } from './control.ts'
import { seededFaults } from './faults.ts'
import { Field } from './field.ts'
import { acceptBaselines, simulatedDevices } from './inventory.ts'
import { writeMap } from './map.ts'
import { shiftedClock } from './shifted_clock.ts'
import { startMessages, type Speaking } from './syslog/start.ts'

const COMMUNITY = 'symulator'
const LOOK_AGAIN_MS = 10_000

const { simulatorMap } = settings()
const knex = openDatabase(undefined, 1)
const field = new Field({ community: COMMUNITY, now: shiftedClock(process.env.OPS_SIMULATOR_TIME) })
const control = await openControl(field)
const ending = new AbortController()

async function look() {
  const devices = await simulatedDevices(knex)
  const added = await field.add(devices)
  if (!added.length) return
  if (process.env.OPS_SIMULATOR_FAULTS !== 'off' && added.length === devices.length) {
    const seeded = seededFaults(added)
    for (const [key, faults] of seeded) field.agents.get(key)!.device.faults = faults
  }
  const accepted = devices.map(({ key, tenantId }) => ({
    tenantId,
    rxDbm: field.agents.get(key)!.device.acceptedRxDbm,
  }))
  await acceptBaselines(knex, accepted)
  const addresses = Object.fromEntries([...field.agents].map(([key, agent]) => [key, agent.address]))
  const map = { community: COMMUNITY, control: { host: '127.0.0.1', port: control.port }, devices: addresses }
  await writeMap(simulatorMap, map)
  console.log(
    JSON.stringify({
      level: 'info',
      name: 'simulator',
      message: 'devices answer',
      devices: field.agents.size,
    })
  )
}

const messages = startMessages({
  ...{ community: COMMUNITY, simulatorMap, now: shiftedClock(process.env.OPS_SIMULATOR_TIME) },
  rate: Number(process.env.OPS_SIMULATOR_EVENTS ?? 1),
  devices: () =>
    [...field.agents.values()]
      .filter(({ device }) => device.key.endsWith('/edge'))
      .map(({ device, address }) => ({ device, host: address.host }) as unknown as Speaking),
})

const end = () => ending.abort()
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(signal, end)

while (!ending.signal.aborted) {
  await look().catch((error) =>
    console.log(JSON.stringify({ level: 'error', name: 'simulator', message: String(error) }))
  )
  await wait(LOOK_AGAIN_MS, undefined, { signal: ending.signal }).catch(() => {})
}
messages.stop()
field.stop()
control.close()
await knex.destroy()
