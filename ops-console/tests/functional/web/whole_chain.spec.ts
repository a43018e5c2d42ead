import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits } from '@unia/platform/testing'
import { readMap } from '#ops/simulator/map'
import { aDevice, onStream, type Client } from './school.ts'

const POLL_SECONDS = 4

/** From the death of a device to its incident in the browser, with the settings that a city runs with. */
const TOLD_WITHIN_MS = 40_000

interface Told {
  deviceId: string
  check: string
  closedAt: string | null
}

/** Runs a part of the console as `npm start` does. */
function start(script: string, map: string, settings: NodeJS.ProcessEnv = QUICK): ChildProcess {
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

const QUICK = { OPS_POLL_SECONDS: String(POLL_SECONDS), OPS_RETRY_SECONDS: '1', OPS_TIMEOUT_MS: '400' }

/** Only the period; the rest is as the collector has it by default. */
const REAL = { OPS_POLL_SECONDS: '10' }

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** States of a device in the order in which the stream tells them, with the seconds since `from`. */
function story(client: Client, deviceId: string) {
  const states: { state: string; fact: string | null; at: number }[] = []
  client.socket.on('delta', ({ changes }) => {
    for (const { id, state, fact } of changes.devices) {
      if (id === deviceId) states.push({ state, fact: fact?.code ?? null, at: Date.now() })
    }
  })
  return states
}

async function until<T>(look: () => T | null | undefined | false, seconds: number): Promise<T> {
  for (const last = Date.now() + seconds * 1000; Date.now() < last; await wait(100)) {
    const found = look()
    if (found) return found
  }
  throw new Error(`nothing within ${seconds} s`)
}

/** Where the simulator is told of faults, once it poses as this device. */
async function controlOf(path: string, device: string) {
  for (const last = Date.now() + 40_000; Date.now() < last; await wait(200)) {
    const map = await readMap(path)
    if (map?.devices[device]) return map.control
  }
  throw new Error(`no simulated ${device} within 40 s`)
}

test.group('From an agent that falls silent to the screens', (group) => {
  group.each.teardown(() => cleanUp())

  test('its director is told within two polls, first silent, then down; another director hears nothing', async ({
    assert,
    cleanup,
  }) => {
    const [ours, theirs] = await twoUnits()
    const device = await aDevice(ours)
    await aDevice(theirs)
    const folder = await mkdtemp(join(tmpdir(), 'unia-field-'))
    const map = join(folder, 'map.json')
    cleanup(() => rm(folder, { recursive: true }))
    for (const script of ['simulator/main.ts', 'collector.ts']) {
      const part = start(script, map)
      cleanup(() => end(part))
    }

    const director = await onStream(await personWith(['director'], ours))
    const other = await onStream(await personWith(['director'], theirs))
    const operator = await onStream(await personWith(['it_operator'], 'city'))
    await director.join(`unit:${ours.slug}`)
    await other.join(`unit:${theirs.slug}`)
    await operator.join('city')
    const [told, wall] = [story(director, device), story(operator, device)]
    const control = await controlOf(map, `${ours.slug}/edge`)
    const answering = Date.now()
    await until(() => told.some(({ state, at }) => state === 'UP' && at > answering), 80)

    const stopped = Date.now()
    const answer = await fetch(`http://127.0.0.1:${control.port}/devices/${ours.slug}/edge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fault: 'stopped' }),
    })
    assert.equal(answer.status, 200)

    const silent = await until(() => told.find(({ state, at }) => state === 'UNKNOWN' && at > stopped), 30)
    assert.equal(silent.fact, 'not_answering')
    assert.isBelow(silent.at - stopped, (2 * POLL_SECONDS + 4) * 1000)
    const down = await until(() => told.find(({ state }) => state === 'DOWN'), 30)
    assert.isAbove(down.at, silent.at)
    assert.isTrue(await until(() => wall.some(({ state }) => state === 'DOWN'), 5))
    assert.notInclude(other.seen, device)
  }).timeout(170_000)

  test('its incident reaches the wall and its director within 40 s, and closes when it answers again', async ({
    assert,
    cleanup,
  }) => {
    const [ours] = await twoUnits()
    const device = await aDevice(ours)
    const folder = await mkdtemp(join(tmpdir(), 'unia-field-'))
    const map = join(folder, 'map.json')
    cleanup(() => rm(folder, { recursive: true }))
    for (const script of ['simulator/main.ts', 'collector.ts']) {
      const part = start(script, map, REAL)
      cleanup(() => end(part))
    }
    const director = await onStream(await personWith(['director'], ours))
    const operator = await onStream(await personWith(['it_operator'], 'city'))
    await director.join(`unit:${ours.slug}`)
    await operator.join('city')
    const [told, wall] = [incidentsOf(director, device), incidentsOf(operator, device)]
    const states = story(director, device)
    const control = await controlOf(map, `${ours.slug}/edge`)
    const answering = Date.now()
    await until(() => states.some(({ state, at }) => state === 'UP' && at > answering), 80)
    const fault = (name: string) =>
      fetch(`http://127.0.0.1:${control.port}/devices/${ours.slug}/edge`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fault: name }),
      })

    const died = Date.now()
    assert.equal((await fault('stopped')).status, 200)
    const opened = await until(() => wall.find(({ check }) => check === 'reachability'), 60)
    assert.isNull(opened.closedAt)
    assert.isBelow(opened.at - died, TOLD_WITHIN_MS)
    const toDirector = await until(() => told.find(({ check }) => check === 'reachability'), 5)
    assert.isBelow(toDirector.at - died, TOLD_WITHIN_MS)

    assert.equal((await fault('none')).status, 200)
    await until(() => wall.some(({ check, closedAt }) => check === 'reachability' && closedAt), 60)
  }).timeout(230_000)
})

/** Incidents of a device in the order in which the stream tells them. */
function incidentsOf(client: Client, deviceId: string) {
  const told: (Told & { at: number })[] = []
  client.socket.on('delta', ({ changes }: { changes: { incidents?: Told[] } }) => {
    for (const one of changes.incidents ?? [])
      if (one.deviceId === deviceId) told.push({ ...one, at: Date.now() })
  })
  return told
}
