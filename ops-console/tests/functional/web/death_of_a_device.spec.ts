import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits } from '@unia/platform/testing'
import { controlOf, end, incidentsOf, start, stopped, story, until } from './chain_parts.ts'
import { aDevice, onStream } from './school.ts'

/** Only the period; the rest is as the collector has it by default. */
const REAL = { OPS_POLL_SECONDS: '10' }

/** From the death of a device to its incident in the browser. */
const TOLD_WITHIN_MS = 40_000

test.group('From the death of a device to the screens', (group) => {
  group.each.teardown(() => cleanUp())

  test('the incident reaches the wall and its director within 40 s, and closes when it answers again', async ({
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

    const died = Date.now()
    assert.equal((await stopped(control.port, ours.slug, true)).status, 200)
    const opened = await until(() => wall.find(({ check }) => check === 'reachability'), 60)
    assert.isNull(opened.closedAt)
    assert.isBelow(opened.at - died, TOLD_WITHIN_MS)
    const toDirector = await until(() => told.find(({ check }) => check === 'reachability'), 5)
    assert.isBelow(toDirector.at - died, TOLD_WITHIN_MS)

    assert.equal((await stopped(control.port, ours.slug, false)).status, 200)
    await until(() => wall.some(({ check, closedAt }) => check === 'reachability' && closedAt), 60)
  }).timeout(175_000)
})
