import { test } from '@japa/runner'
import { publish, type BusWriter } from '../../../app/bus/publish.ts'
import { discard, redrive } from '../../../app/bus/dead_letters.ts'
import { readClaim, storeClaim } from '../../../app/bus/claim.ts'
import { busMetrics, prometheus } from '../../../app/bus/metrics.ts'
import { EventRefused } from '../../../app/bus/errors.ts'
import { pgQueries } from '../../../app/bus/queries.ts'
import { recordRefusal } from '../../../app/bus/record_refusal.ts'
import { replay } from '../../../app/bus/replay.ts'
import { startRelay, type Relay } from '../../../app/bus/relay.ts'
import type { RelayOptions } from '../../../app/bus/relay_context.ts'
import { on, type Reaction, type Subscription } from '../../../app/bus/subscription.ts'
import type { DataOf } from '../../../app/bus/json_schema.ts'
import { openCity, until, type City } from './city.ts'
import { feeAssessed, feeAssessedNewer, feeAssessedTwo } from './fees.ts'

type Fee = DataOf<typeof feeAssessed.schema> & { assessmentId: string; amount: string }

test.group('The bus between a canteen and the finance office', (group) => {
  let city: City
  let ledger: Awaited<ReturnType<City['ledger']>>
  let relays: Relay[]
  let clock: Date

  group.each.setup(async () => {
    city = await openCity()
    ledger = await city.ledger()
    relays = []
    clock = new Date()
    return async () => {
      for (const relay of relays) await relay.stop()
      await city.close()
    }
  })

  const tenants = () => [city.school.id, city.other.id]
  const finance = (reaction: Partial<Reaction<Fee>> = {}): Subscription =>
    on(feeAssessed, {
      consumer: `${city.plugin}.fees`,
      mode: 'afterCommit',
      handler: (fee, envelope, tx) => ledger.enter(tx, envelope.id, fee.amount),
      ...reaction,
    } as Reaction<Fee>) as Subscription

  async function relay(subscriptions: Subscription[], options: Partial<RelayOptions> = {}) {
    const started = await startRelay({
      pool: city.system,
      subscriptions,
      runInTenant: city.inTenant,
      isActive: () => true,
      random: () => 0.5,
      now: () => clock,
      tenants: tenants(),
      start: false,
      ...options,
    })
    relays.push(started)
    return started
  }

  const assess = (assessmentId: string, amount: string, event = feeAssessed, subject = 'diner/1') =>
    city.inTenant(city.school.id, (tx) => publish(event, { subject, data: { assessmentId, amount } }, tx))

  /** Rounds until nothing waits to be taken; another transaction in the cluster may hold the outbox back. */
  const settle = async (relay: Relay) => {
    await until(async () => {
      await relay.drain()
      const { n } = await city.one<{ n: number }>(
        'select count(*)::integer as n from core.bus_outbox where tenant_id = any ($1) and published_at is null',
        [tenants()]
      )
      return n === 0
    }, 'the outbox to empty')
    await relay.drain()
  }

  const delivery = () =>
    city.one<{ state: string; attempt: number; outcome: string; next_at: Date }>(
      'select * from core.bus_delivery where tenant_id = $1 order by seq desc limit 1',
      [city.school.id]
    )
  const letter = () =>
    city.one<
      | {
          id: string
          reason_code: string
          attempts: number
          details: Record<string, string> | null
          resolution: string | null
        }
      | undefined
    >('select * from core.bus_dead_letter where tenant_id = $1 order by last_at desc limit 1', [
      city.school.id,
    ])

  test('B1: a ledger that stays closed is tried twelve times, then the fee lies among the dead letters', async ({
    assert,
  }) => {
    const busy = await relay([finance({ handler: () => Promise.reject(new Error('closed')) })])
    await assess('a', '200.00')
    const start = clock.getTime()
    await settle(busy)
    for (let n = 1; n < 12; n++) {
      assert.equal((await delivery()).attempt, n)
      clock = (await delivery()).next_at
      await busy.drain()
    }
    assert.equal(clock.getTime() - start, 3_975_000)
    assert.deepInclude(await letter(), { reason_code: 'max_attempts', attempts: 12 })
  })

  test('B2: a fee entered but not confirmed is delivered again and entered once', async ({ assert }) => {
    let lose = true
    const forgetful = await relay([finance()], {
      beforeAck: async () => {
        if (lose) {
          lose = false
          throw new Error('power cut')
        }
      },
    })
    await assess('a', '200.00')
    await settle(forgetful)
    assert.equal((await delivery()).state, 'waiting_retry')
    clock = (await delivery()).next_at
    await settle(forgetful)
    assert.deepInclude(await delivery(), { state: 'done', outcome: 'skipped' })
    assert.lengthOf(await ledger.rows(), 1)
  })

  test('B3: the same assessment with another amount is not booked, and both are shown', async ({
    assert,
  }) => {
    const strict = await relay([finance({ businessKey: (fee) => fee.assessmentId })])
    const first = await assess('fee-7', '200.00')
    await assess('fee-7', '200.00')
    await assess('fee-7', '210.00')
    await settle(strict)
    assert.deepEqual(
      (await ledger.rows()).map((row) => row.amount),
      ['200.00']
    )
    assert.deepInclude(await letter(), { reason_code: 'conflict', details: { firstEventId: first } })
  })

  test('B4: a fee that was rolled back was never told', async ({ assert }) => {
    const work = city.inTenant(city.school.id, async (tx) => {
      await publish(feeAssessed, { subject: 's', data: { assessmentId: 'a', amount: '1.00' } }, tx)
      throw new Error('changed my mind')
    })
    await assert.rejects(() => work, 'changed my mind')
    assert.equal(
      (
        await city.one<{ n: string }>('select count(*) n from core.bus_outbox where tenant_id = $1', [
          city.school.id,
        ])
      ).n,
      '0'
    )
  })

  test('B5: an earlier fee still being written holds later ones back', async ({ assert }) => {
    const patient = await relay([finance()])
    const slow = await city.app.connect()
    await slow.query('begin')
    await slow.query(`select set_config('app.tenant_id', $1, true)`, [String(city.school.id)])
    const first = await publish(
      feeAssessed,
      { subject: 'diner/1', data: { assessmentId: 'a', amount: '1.00' } },
      pgQueries(slow)
    )
    const second = await assess('b', '2.00', feeAssessed, 'diner/2')
    await patient.drain()
    const early = await ledger.rows()
    await slow.query('commit')
    slow.release()
    assert.lengthOf(early, 0)
    await settle(patient)
    const { rows } = await city.owner.query<{ event_id: string }>(
      'select event_id from core.bus_delivery where tenant_id = $1 order by seq',
      [city.school.id]
    )
    assert.deepEqual(
      rows.map((row) => row.event_id),
      [first, second]
    )
    assert.lengthOf(await ledger.rows(), 2)
  })

  test('B6: one school cannot speak in the name of another, and the attempt is on record', async ({
    assert,
  }) => {
    const work = city.inTenant(city.other.id, (tx) => {
      const writer: BusWriter = { query: tx.query, refused: (attempt) => recordRefusal(city.system, attempt) }
      return publish(
        feeAssessed,
        { subject: 's', tenant: city.school.slug, data: { assessmentId: 'a', amount: '1.00' } },
        writer
      )
    })
    const error = await work.then(
      () => null,
      (failure: { code: string }) => failure
    )
    assert.equal(error?.code, '42501')
    const entry = await city.one<{ action: string }>(
      'select action from core.access_audit_events where tenant_id = $1 and object_id = $2',
      [city.school.id, `bus:${feeAssessed.fullType}`]
    )
    assert.equal(entry.action, 'refused')
  })

  test('a school reads only its own messages and never changes them', async ({ assert }) => {
    await assess('a', '1.00')
    const seen = (id: number) => city.inTenant(id, (tx) => tx.query('select from core.bus_outbox'))
    assert.lengthOf(await seen(city.school.id), 1)
    assert.lengthOf(await seen(city.other.id), 0)
    await assert.rejects(
      () => city.inTenant(city.school.id, (tx) => tx.query('delete from core.bus_outbox')),
      /permission denied/
    )
  })

  test('B7: a payroll that does not balance is refused at once', async ({ assert }) => {
    const books = await relay([
      finance({
        handler: async () => {
          throw new EventRefused('unbalanced', 'differs by 0.01')
        },
      }),
    ])
    await assess('a', '99999.99')
    await settle(books)
    assert.deepInclude(await letter(), { reason_code: 'unbalanced', attempts: 1 })
  })

  test('B8: a partner that asks for two minutes gets them', async ({ assert }) => {
    const partner = await relay([
      finance({
        handler: () =>
          Promise.reject(Object.assign(new Error('busy'), { status: 429, retryAfterSeconds: 120 })),
      }),
    ])
    await assess('a', '1.00')
    await settle(partner)
    for (let n = 1; n < 3; n++) {
      clock = (await delivery()).next_at
      await partner.drain()
    }
    assert.equal((await delivery()).attempt, 3)
    assert.isAtLeast((await delivery()).next_at.getTime() - clock.getTime(), 120_000)
  })

  test('B9: a canteen that tells more than before is still understood', async ({ assert }) => {
    const books = await relay([finance()])
    await city.inTenant(city.school.id, (tx) =>
      publish(feeAssessedNewer, { subject: 's', data: { assessmentId: 'a', amount: '5.00', meals: 3 } }, tx)
    )
    await settle(books)
    assert.lengthOf(await ledger.rows(), 1)
  })

  test('B10: a version nobody here knows is parked, and the same diner waits while others do not', async ({
    assert,
  }) => {
    const alerts: string[] = []
    const books = await relay([finance({ ordered: true })], {
      log: { warn: () => {}, error: (_, message) => void alerts.push(message) },
    })
    await assess('a', '1.00', feeAssessedTwo)
    await assess('b', '2.00')
    await assess('c', '3.00', feeAssessed, 'diner/2')
    await settle(books)
    assert.deepEqual(
      (await ledger.rows()).map((row) => row.amount),
      ['3.00']
    )
    assert.match(alerts.join(), /unsupported version/)
  })

  test('B11: a month told again books only what was missed', async ({ assert }) => {
    let on = true
    const books = await relay([finance()], { isActive: () => on })
    for (let n = 0; n < 28; n++) await assess(`a${n}`, '1.00', feeAssessed, `diner/${n}`)
    await settle(books)
    on = false
    for (let n = 28; n < 30; n++) await assess(`a${n}`, '1.00', feeAssessed, `diner/${n}`)
    await settle(books)
    assert.lengthOf(await ledger.rows(), 28)
    on = true
    const range = { from: new Date(Date.now() - 3_600_000), until: new Date(Date.now() + 3_600_000) }
    const sent = await replay(
      city.system,
      { consumer: `${city.plugin}.fees`, tenantId: city.school.id, type: feeAssessed.fullType, ...range },
      { by: 'anna', now: clock }
    )
    assert.equal(sent, 30)
    await settle(books)
    const { rows } = await city.owner.query(
      'select outcome, count(*)::integer n from core.bus_delivery where tenant_id = $1 and replayed group by 1 order by 1',
      [city.school.id]
    )
    assert.deepEqual(rows, [
      { outcome: 'done', n: 2 },
      { outcome: 'skipped', n: 28 },
    ])
    assert.lengthOf(await ledger.rows(), 30)
  })

  test('payments are told again only when two people want it', async ({ assert }) => {
    await relay([finance({ replaySafe: false })])
    const criteria = { consumer: `${city.plugin}.fees`, partitionKey: 'diner/1' }
    await assert.rejects(() => replay(city.system, criteria, { by: 'anna' }), /two people/)
    await assert.rejects(() => replay(city.system, criteria, { by: 'anna', forcedBy: 'anna' }), /two people/)
    assert.equal(await replay(city.system, criteria, { by: 'anna', forcedBy: 'jan' }), 0)
  })

  test('B12: an invoice of 320 kB is stored once, and a changed one is noticed', async ({ assert }) => {
    const invoice = Buffer.alloc(320 * 1024, 'x')
    await city.inTenant(city.school.id, async (tx) => {
      await storeClaim(tx, invoice, 'application/xml')
      const claim = await storeClaim(tx, invoice, 'application/xml')
      await publish(feeAssessed, { subject: 's', data: { assessmentId: 'a', amount: '1.00' }, claim }, tx)
    })
    let read: Buffer | null = null
    const books = await relay([
      finance({
        handler: async (_, envelope, tx) => {
          read = await readClaim(tx, envelope)
        },
      }),
    ])
    await settle(books)
    assert.isTrue(invoice.equals(read!))
    assert.equal(
      (
        await city.one<{ n: number }>('select count(*)::integer n from core.bus_claim where tenant_id = $1', [
          city.school.id,
        ])
      ).n,
      1
    )
    await city.owner.query(`update core.bus_claim set body = 'forged' where tenant_id = $1`, [city.school.id])
    await city.owner.query(`update core.bus_inbox set status = 'failed' where tenant_id = $1`, [
      city.school.id,
    ])
    await replay(
      city.system,
      { consumer: `${city.plugin}.fees`, tenantId: city.school.id, partitionKey: 's' },
      { by: 'anna', now: clock }
    )
    await settle(books)
    assert.equal((await letter())?.reason_code, 'integrity')
    await assert.rejects(() => assess('x'.repeat(257 * 1024), '1.00'), /canteen/)
  })

  test('fees of one diner written at the same moment are numbered and booked in order', async ({
    assert,
  }) => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => assess(`a${n}`, `${n + 1}.00`)))
    const books = [await relay([finance({ ordered: true })]), await relay([finance({ ordered: true })])]
    await until(async () => {
      await Promise.all(books.map((each) => each.drain()))
      return (await ledger.rows()).length === 8
    }, 'eight entries')
    const { rows } = await city.owner.query(
      'select id from core.bus_outbox where tenant_id = $1 order by aggregate_seq',
      [city.school.id]
    )
    assert.deepEqual(
      (await ledger.rows()).map((row) => row.event_id),
      rows.map((row) => row.id as string)
    )
  })

  test('a dead letter is sent again or put away with a reason, once', async ({ assert }) => {
    let open = false
    const books = await relay([
      finance({
        maxAttempts: 1,
        handler: async (fee, envelope, tx) => {
          if (!open) throw new Error('closed')
          await ledger.enter(tx, envelope.id, fee.amount)
        },
      }),
    ])
    await assess('a', '1.00')
    await settle(books)
    const dead = { tenantId: city.school.id, id: (await letter())!.id }
    await assert.rejects(() => discard(city.system, dead, 'anna', ' '), /reason/)
    open = true
    assert.isTrue(await redrive(city.system, dead, 'anna', clock))
    assert.isFalse(await discard(city.system, dead, 'anna', 'obsolete'))
    await settle(books)
    assert.lengthOf(await ledger.rows(), 1)
  })

  test('a running relay hears of a fee without being asked, and the health page counts', async ({
    assert,
  }) => {
    const live = await relay([finance()], {
      start: true,
      pollMs: 50,
      now: () => new Date(),
    } as Partial<RelayOptions>)
    await assess('a', '1.00')
    await until(async () => (await ledger.rows()).length === 1, 'the entry')
    assert.isNotNull(live.lastRound())
    assert.match(prometheus(await busMetrics(city.system)), /bus_outbox_oldest_seconds \d/)
  })
})
