import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test } from '@japa/runner'
import { cleanUp, twoUnits } from '@unia/platform/testing'
import { writeSamples } from '#ops/history/samples'
import { opsDatabase } from '../sla/link.ts'
import { aDevice } from './school.ts'

const PROMTOOL = '/usr/bin/promtool'
const SAMPLE =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (\S+)(?: -?\d+)?$/

/** Reads the text format 0.0.4 strictly; throws at the first line that is not of it. */
function parse(text: string) {
  const types = new Map<string, string>()
  const samples: { name: string; labels: Record<string, string>; value: number }[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# HELP ')) continue
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary|untyped)$/.exec(line)
    if (type) {
      if (types.has(type[1])) throw new Error(`two types of ${type[1]}`)
      types.set(type[1], type[2])
      continue
    }
    const sample = SAMPLE.exec(line)
    if (!sample || !types.has(sample[1]) || Number.isNaN(Number(sample[3])))
      throw new Error(`not a sample: ${line}`)
    const labels = [...(sample[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, value]) => [
      key,
      value,
    ])
    samples.push({ name: sample[1], labels: Object.fromEntries(labels), value: Number(sample[3]) })
  }
  return samples
}

test.group('/metrics', (group) => {
  group.each.teardown(async () => {
    delete process.env.OPS_METRICS_TOKEN
    await cleanUp()
  })

  const ask = (headers: Record<string, string> = {}, query = '') =>
    fetch(`http://${process.env.HOST}:${process.env.PORT}/metrics${query}`, { headers })

  test('says how the console itself is doing, in the text format', async ({ assert }) => {
    const [unit] = await twoUnits()
    await aDevice(unit)
    const answer = await ask()
    assert.equal(answer.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8')
    const text = await answer.text()
    const samples = parse(text)
    const value = (name: string, labels = {}) =>
      samples.find(
        (one) => one.name === name && Object.entries(labels).every(([k, v]) => one.labels[k] === v)
      )?.value
    assert.isAtLeast(value('unia_ops_entities', { kind: 'edge', state: 'UP' })!, 1)
    assert.isNumber(value('unia_ops_incidents_open', { severity: 'critical' }))
    assert.isNumber(value('unia_ops_event_loop_lag_seconds'))
    assert.equal(value('unia_ops_stream_clients'), 0)
    assert.isNumber(value('unia_ops_rollup_due'))
    assert.notInclude(text, unit.slug)
    if (existsSync(PROMTOOL)) execFileSync(PROMTOOL, ['check', 'metrics'], { input: text })
  })

  test('gives the last values of all entities when asked', async ({ assert }) => {
    const [unit] = await twoUnits()
    const deviceId = await aDevice(unit)
    const values = { rxDbm: -7.25, 'inBps@ethernet1/1': 5, txDbm: null }
    await writeSamples(opsDatabase(), [{ tenantId: unit.id, deviceId, at: new Date(), values }])
    const text = await (await ask({}, '?values=1')).text()
    const own = parse(text).filter(({ labels }) => labels.unit === unit.slug)
    assert.sameDeepMembers(own, [
      {
        name: 'unia_ops_last_value',
        labels: { unit: unit.slug, device: 'edge', metric: 'rxDbm', interface: '' },
        value: -7.25,
      },
      {
        name: 'unia_ops_last_value',
        labels: { unit: unit.slug, device: 'edge', metric: 'inBps', interface: 'ethernet1/1' },
        value: 5,
      },
    ])
    if (existsSync(PROMTOOL)) execFileSync(PROMTOOL, ['check', 'metrics'], { input: text })
  })

  test('is not there for whom it is not meant', async ({ assert }) => {
    assert.equal((await ask({ 'x-forwarded-for': '203.0.113.7' })).status, 404)
    process.env.OPS_METRICS_TOKEN = 'tajny-znak'
    assert.equal((await ask()).status, 404)
    assert.equal((await ask({ authorization: 'Bearer inny' })).status, 404)
    assert.equal(
      (await ask({ authorization: 'Bearer tajny-znak', 'x-forwarded-for': '203.0.113.7' })).status,
      200
    )
  })
})
