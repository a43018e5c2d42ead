import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '#ops/database'
import { settings } from '#ops/settings'
import { openControl } from './control.ts'
import { PlayedApis } from './apis.ts'
import { seededFaults, type Faults } from './faults.ts'
import { Field } from './field.ts'
import { acceptBaselines, simulatedDevices } from './inventory.ts'
import { writeMap } from './map.ts'
import { shiftedClock } from './shifted_clock.ts'
import { playSepm } from './sepm/play.ts'
import { startMessages, type Speaking } from './syslog/start.ts'

const COMMUNITY = 'symulator'
const USM = {
  user: 'unia',
  auth: 'sha256',
  authKey: 'symulator-auth',
  priv: 'aes',
  privKey: 'symulator-priv',
} as const
const LOOK_AGAIN_MS = 10_000

const { simulatorMap } = settings()
const knex = openDatabase(undefined, 1)
const field = new Field({ community: COMMUNITY, usm: USM, now: shiftedClock(process.env.OPS_SIMULATOR_TIME) })
const control = await openControl(field)
const apis = new PlayedApis(field)
const sepm = await playSepm(field, shiftedClock(process.env.OPS_SIMULATOR_TIME))
const ending = new AbortController()

async function look() {
  const devices = await simulatedDevices(knex)
  await sepm.take(knex, devices)
  const added = await field.add(devices)
  if (!added.length) return
  if (process.env.OPS_SIMULATOR_FAULTS !== 'off' && added.length === devices.length) {
    for (const [key, faults] of seededFaults(added.filter((key) => key.endsWith('/edge'))))
      await seed(key, faults)
  }
  const accepted = devices.map(({ key, tenantId }) => ({
    tenantId,
    rxDbm: field.device(key)!.acceptedRxDbm,
  }))
  await acceptBaselines(knex, accepted)
  // Watching may begin before some two hundred vendors' interfaces listen.
  await tellPlaces()
  await apis.update()
  await tellPlaces()
  console.log(
    JSON.stringify({
      level: 'info',
      name: 'simulator',
      message: 'devices answer',
      devices: field.agents.size,
    })
  )
}

function tellPlaces() {
  const addresses = Object.fromEntries([...field.agents].map(([key, agent]) => [key, agent.address]))
  return writeMap(simulatorMap, {
    community: COMMUNITY,
    usm: USM,
    control: { host: '127.0.0.1', port: control.port },
    devices: addresses,
    apis: apis.places,
    sepm: sepm.address,
  })
}

async function seed(key: string, faults: Faults) {
  const place = faults.opticalLossDb ? key.split('/')[0] : key
  for (const [fault, value] of Object.entries(faults)) {
    await field.command(place, { fault: fault as keyof Faults, value: value as boolean | number })
  }
}
const messages = startMessages({
  ...{ community: COMMUNITY, simulatorMap },
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
apis.stop()
field.stop()
sepm.close()
control.close()
await knex.destroy()
