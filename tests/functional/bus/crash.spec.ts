import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { publish } from '../../../app/bus/publish.ts'
import { startRelay } from '../../../app/bus/relay.ts'
import { on } from '../../../app/bus/subscription.ts'
import { openCity, until, type City } from './city.ts'
import { feeAssessed } from './fees.ts'

test.group('kill -9', (group) => {
  let city: City
  let ledger: Awaited<ReturnType<City['ledger']>>
  let child: ChildProcess

  group.each.timeout(30_000)
  group.each.setup(async () => {
    city = await openCity()
    ledger = await city.ledger()
    return async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await city.close()
    }
  })

  /** Starts the child, and kills it after `lines` lines. Returns what it said. */
  async function killAfter(role: string, lines: number): Promise<string[]> {
    const script = fileURLToPath(new URL('./crash_child.ts', import.meta.url))
    const argv = [
      '--import',
      '@poppinss/ts-exec',
      script,
      role,
      String(city.school.id),
      `${city.plugin}.fees`,
      ledger.table,
    ]
    child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] })
    const said: string[] = []
    const exit = once(child, 'exit')
    createInterface({ input: child.stdout! }).on('line', (line) => {
      said.push(line)
      if (said.length === lines) child.kill('SIGKILL')
    })
    await exit
    return said
  }

  async function catchUp(expected: number) {
    const relay = await startRelay({
      pool: city.system,
      runInTenant: city.inTenant,
      isActive: () => true,
      tenants: [city.school.id],
      start: false,
      subscriptions: [
        on(feeAssessed, {
          consumer: `${city.plugin}.fees`,
          mode: 'afterCommit',
          handler: (fee, envelope, tx) => ledger.enter(tx, envelope.id, fee.amount),
        }) as never,
      ],
    })
    await until(async () => {
      await relay.drain()
      const { n } = await city.one<{ n: number }>(
        `select count(*)::integer n from core.bus_delivery where tenant_id = $1 and state = 'done'`,
        [city.school.id]
      )
      return n >= expected
    }, 'deliveries done')
    await relay.stop()
  }

  test('B2: a relay killed between booking and confirming books once', async ({ assert }) => {
    const id = await city.inTenant(city.school.id, (tx) =>
      publish(feeAssessed, { subject: 'diner/1', data: { assessmentId: 'a', amount: '1.00' } }, tx)
    )
    await killAfter('relay', 1)
    assert.lengthOf(await ledger.rows(), 1)
    await catchUp(1)
    assert.deepEqual(
      (await ledger.rows()).map((row) => row.event_id),
      [id]
    )
    const { rows } = await city.owner.query('select status from core.bus_inbox where tenant_id = $1', [
      city.school.id,
    ])
    assert.deepEqual(rows, [{ status: 'done' }])
  })

  test('a canteen killed while writing loses nothing it was told is written, and nothing comes twice', async ({
    assert,
  }) => {
    const acknowledged = await killAfter('publisher', 40)
    await catchUp(acknowledged.length)
    const booked = (await ledger.rows()).map((row) => row.event_id)
    assert.includeMembers(booked, acknowledged)
    assert.equal(new Set(booked).size, booked.length)
  })
})
