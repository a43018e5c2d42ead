import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits } from '@unia/platform/testing'
import { controlOf, end, start, stopped, story, until } from './chain_parts.ts'
import { aDevice, onStream } from './school.ts'

const POLL_SECONDS = 4
const QUICK = { OPS_POLL_SECONDS: String(POLL_SECONDS), OPS_RETRY_SECONDS: '1', OPS_TIMEOUT_MS: '400' }

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
      const part = start(script, map, QUICK)
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

    const from = Date.now()
    const answer = await stopped(control.port, ours.slug, true)
    assert.equal(answer.status, 200)

    const silent = await until(() => told.find(({ state, at }) => state === 'UNKNOWN' && at > from), 30)
    assert.equal(silent.fact, 'not_answering')
    assert.isBelow(silent.at - from, (2 * POLL_SECONDS + 4) * 1000)
    const down = await until(() => told.find(({ state }) => state === 'DOWN'), 30)
    assert.isAbove(down.at, silent.at)
    assert.isTrue(await until(() => wall.some(({ state }) => state === 'DOWN'), 5))
    assert.notInclude(other.seen, device)
  }).timeout(170_000)
})
