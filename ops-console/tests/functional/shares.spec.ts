import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Incident } from '#ops/alarms/incident'
import { DeviceState } from '#ops/health/device_state'
import { Device } from '#ops/inventory/device'
import { parseShard, shardOf } from '#ops/scheduler/shards'
import { Field } from '#ops/simulator/field'
import { writeMap } from '#ops/simulator/map'
import { twoSchools } from './city.ts'

const POLL_SECONDS = 4
const COMMUNITY = 'proba'

function collector(shard: string, map: string): ChildProcess {
  return spawn(process.execPath, ['--import', '@poppinss/ts-exec', 'ops-console/collector.ts'], {
    env: {
      ...process.env,
      ...{ OPS_SHARD: shard, OPS_SIMULATOR_MAP: map, OPS_POLL_SECONDS: String(POLL_SECONDS) },
      ...{ OPS_RETRY_SECONDS: '1', OPS_TIMEOUT_MS: '400' },
    },
    stdio: 'ignore',
  })
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

async function until<T>(look: () => Promise<T | null | undefined | false>, seconds: number): Promise<T> {
  for (const last = Date.now() + seconds * 1000; Date.now() < last; await wait(100)) {
    const found = await look()
    if (found) return found
  }
  throw new Error(`nothing within ${seconds} s`)
}

test.group('Shares of the city', () => {
  test('every entity belongs to one share, the same for all who ask, of about the same size', ({
    assert,
  }) => {
    const sizes = [0, 0, 0, 0]
    for (let i = 0; i < 4000; i++) sizes[shardOf(`0192f0c4-7d1a-7000-8000-${i}`, 4) - 1]++
    for (const size of sizes) assert.approximately(size, 1000, 150)
    assert.equal(shardOf('anything', 1), 1)
  })

  test('a share is written i/n', ({ assert }) => {
    assert.deepEqual(parseShard('2/4'), { index: 2, count: 4 })
    for (const wrong of ['', '0/2', '3/2', '1', 'a/b', '1/1000']) {
      assert.throws(() => parseShard(wrong), /shard/)
    }
  })

  test('one of two collectors is killed: the other takes its share over, incidents stay, missed time is a gap', async ({
    assert,
    cleanup,
  }) => {
    const city = await twoSchools()
    const field = new Field({ community: COMMUNITY, layout: 'ports' })
    const folder = await mkdtemp(join(tmpdir(), 'unia-shares-'))
    cleanup(async () => {
      field.stop()
      await rm(folder, { recursive: true })
      await city.ops('ops_console.ops_console_leases').delete()
      await city.ops('ops_console.ops_console_collectors').delete()
      await city.close()
    })
    await city.ops('ops_console.ops_console_leases').delete()
    await city.ops('ops_console.ops_console_collectors').delete()
    await city.sync(city.units)
    const devices = await Device.query(city.ops)
      .whereIn(
        'tenant_id',
        city.units.map(({ tenantId }) => tenantId)
      )
      .whereIn('kind', ['edge', 'cpe'])
    const slug = new Map(city.units.map((unit) => [unit.tenantId, unit.slug]))
    const name = (device: Device) => `${slug.get(device.tenant_id)}/${device.key}`
    await field.add(devices.map((device) => ({ key: name(device), model: 'PA-440' })))
    const map = join(folder, 'map.json')
    await writeMap(map, {
      community: COMMUNITY,
      control: { host: '127.0.0.1', port: 1 },
      devices: Object.fromEntries([...field.agents].map(([key, agent]) => [key, agent.address])),
    })
    const parts = ['1/2', '2/2'].map((shard) => collector(shard, map))
    cleanup(async () => void (await Promise.all(parts.map((part) => kill(part, 'SIGTERM')))))
    const holders = async () => {
      const rows = await city.ops('ops_console.ops_console_leases').whereRaw('until > now()')
      return new Map<string, string>(rows.map((row) => [row.name, row.holder]))
    }
    await until(async () => {
      const held = await holders()
      return held.size === 2 && new Set(held.values()).size === 2
    }, 60)
    const states = async () =>
      new Map(
        (
          await DeviceState.query(city.ops).whereIn(
            'device_id',
            devices.map(({ id }) => id)
          )
        ).map((row) => [row.device_id, row])
      )
    await until(async () => {
      const known = await states()
      return devices.every(({ id }) => known.get(id)?.state === 'UP')
    }, 60)

    const sick = devices.find(({ kind }) => kind === 'edge')!
    await field.command(name(sick), { fault: 'mute', value: true })
    const open = () =>
      Incident.query(city.ops)
        .where({ device_id: sick.id, check_code: 'reachability' })
        .whereNull('closed_at')
    const [incident] = await until(async () => ((await open()).length ? open() : null), 60)

    const victim = parts[shardOf(sick.id, 2) - 1]
    const lease = `polling/${shardOf(sick.id, 2)}/2`
    const before = (await holders()).get(lease)
    const killed = Date.now()
    await kill(victim, 'SIGKILL')
    await until(async () => {
      const holder = (await holders()).get(lease)
      return holder && holder !== before
    }, 60)
    assert.isBelow(Date.now() - killed, 2 * POLL_SECONDS * 1000)
    await until(async () => ((await states()).get(sick.id)?.memory.failures ?? 0) > 3, 60)
    assert.deepEqual(
      (await open()).map(({ id }) => id),
      [incident.id]
    )
    assert.equal((await states()).get(sick.id)!.state, 'DOWN')

    await field.command(name(sick), { fault: 'clear' })
    await until(async () => (await states()).get(sick.id)?.state === 'UP', 60)
    assert.isEmpty(await open())

    parts.push(collector(`${shardOf(sick.id, 2)}/2`, map))
    await until(async () => new Set((await holders()).values()).size === 2, 60)
  }).timeout(300_000)
})
