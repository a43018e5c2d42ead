import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { pollTargets } from '#ops/chain/poll_targets'
import type { ChainReport } from '#ops/chain/report'
import type { Target } from '#ops/chain/targets'
import { Field } from '#ops/simulator/field'
import { runAce } from '../../../app/database/prepare.ts'

const TIMING = { timeoutMs: 1000, attempts: 2, concurrency: 256 }

test.group('The measuring commands', (group) => {
  let field: Field
  let targets: Target[]
  let folder: string
  let list: string

  group.each.setup(async () => {
    field = new Field({ community: 'pomiar', layout: 'ports' })
    const keys = ['m-1', 'm-2', 'm-3', 'm-4', 'm-5'].map((unit) => `${unit}/edge`)
    await field.add(keys.map((key) => ({ key, model: 'PA-440' })))
    targets = [...field.agents.values()].map(({ address }) => ({
      ...address,
      community: 'pomiar',
      model: null,
    }))
    folder = await mkdtemp(join(tmpdir(), 'unia-targets-'))
    list = join(folder, 'agents.csv')
    const lines = targets.map(({ host, port, community }) => `${host},${port},${community},PA-440`)
    await writeFile(list, ['host,port,community,model', ...lines, 'nobody'].join('\n'))
    return async () => {
      field.stop()
      await rm(folder, { recursive: true })
    }
  })

  const mute = (key: string) => (field.device(key)!.faults = { mute: true })

  test('a cycle reads every agent that answers and says why the others did not', async ({ assert }) => {
    mute('m-2/edge')
    const wrong = targets.map((target, index) => (index === 3 ? { ...target, community: 'other' } : target))
    const { report, devices } = await pollTargets(wrong, TIMING)
    assert.equal(report.readings, 3)
    assert.deepEqual(report.errors, { no_answer: 2 })
    assert.isAbove(report.values, 3 * 30)
    assert.isAbove(report.cpuSeconds, 0)
    const [first] = devices
    assert.isTrue('values' in first.polled && typeof first.polled.values.sessions === 'number')
  }).timeout(30_000)

  test('silent agents cost one deadline together, not one each', async ({ assert }) => {
    for (const unit of ['m-1', 'm-2', 'm-3']) mute(`${unit}/edge`)
    const timing = { timeoutMs: 500, attempts: 2, concurrency: 1 }
    const { report } = await pollTargets(targets, timing)
    assert.equal(report.readings, 2)
    assert.isBelow(report.elapsedMs, 2 * 1000)
  }).timeout(30_000)

  test('ops:poll prints one line of JSON and names the bad line', async ({ assert }) => {
    const said = await runAce(['ops:poll', '--targets', list, '--once', '--json'], process.env)
    const report = JSON.parse(said)
    assert.equal(report.readings, 5)
    assert.deepEqual(report.badLines, [{ line: 7, reason: 'fields' }])
    assert.equal(report.devices[0].name, 'fw-m-1')
    assert.notInclude(said, 'pomiar')
  }).timeout(60_000)

  test('ops:chain stores every value and brings it to the clients', async ({ assert }) => {
    const options = ['--period', '2', '--seconds', '6', '--clients', '3']
    const said = await runAce(['ops:chain', '--targets', list, ...options, '--json'], process.env)
    const report: ChainReport = JSON.parse(said)
    assert.equal(said.trim().split('\n').length, 1)
    assert.isAtLeast(report.readings, 5 * 3)
    assert.equal(report.valuesLost, 0)
    assert.equal(report.rowsStored, report.polls)
    assert.isAbove(report.valuesStored, report.readings * 10)
    assert.equal(report.statesStored, 5)
    assert.equal(report.deltasMissing, 0)
    assert.isAbove(report.deltas, 3)
    assert.isNumber(report.delayP99Ms)
    assert.isAbove(report.cpuSecondsPer10kValues!, 0)
    assert.isAbove(report.memoryMb, 50)
  }).timeout(180_000)
})
