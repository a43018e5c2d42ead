import { test } from '@japa/runner'
import { elapsed, interfaceRates } from '#ops/health/rates'
import { figuresOf } from '#ops/health/figures'
import { discover, type Learnt } from '#ops/probes/snmp/discovery'
import { IF_NUMBER, SYSTEM } from '#ops/probes/snmp/oids'
import { openSnmp } from '#ops/probes/snmp/open'
import { read, type Reading } from '#ops/probes/snmp/reading'
import type { SnmpTarget, SnmpTransport, SnmpUser } from '#ops/probes/snmp/transport'
import { faultCommand } from '#ops/simulator/faults'
import { Field } from '#ops/simulator/field'
import { endOf } from './udp_agent.ts'

const COMMUNITY = 'proba'
const WAN = 'ethernet1/1'
const TIMING = { timeoutMs: 120, attempts: 2 }
/** Every question of ours ends within this, whatever the device does; the machine may be four times slower. */
const DEADLINE_MS = 4 * TIMING.timeoutMs * TIMING.attempts
const USM = {
  user: 'unia',
  auth: 'sha256',
  authKey: 'proba-auth',
  priv: 'aes',
  privKey: 'proba-priv',
} as const
const USER: SnmpUser = { ...USM, level: 'authPriv' }
const EDGE = 'sp-1/edge'

test.group('A school under every fault', (group) => {
  let field: Field
  let now: number
  const open: SnmpTransport[] = []

  group.each.setup(async () => {
    now = Date.parse('2026-03-04T10:00:00Z')
    field = new Field({ community: COMMUNITY, usm: USM, layout: 'ports', now: () => now })
    await field.add([
      { key: 'miasto/core', model: 'CCR2216', parents: [] },
      { key: 'sp-1/cpe', model: 'RB5009', parents: ['miasto/core'] },
      { key: EDGE, model: 'PA-440', parents: ['sp-1/cpe'] },
      { key: 'sp-2/edge', model: 'PA-220', parents: ['miasto/core'] },
    ])
    return () => {
      for (const transport of open.splice(0)) transport.close()
      field.stop()
    }
  })

  const client = async (key = EDGE, how: Partial<SnmpTarget> = { community: COMMUNITY }) => {
    const transport = await openSnmp({ ...field.agents.get(key)!.address, ...TIMING, ...how })
    open.push(transport)
    return transport
  }
  const befall = (fault: string, value?: number | boolean, place = EDGE) =>
    field.command(place, faultCommand({ fault, value })!)
  const timed = async (question: Promise<unknown>) => {
    const began = performance.now()
    const end = await endOf(question)
    return { end, inTime: performance.now() - began < DEADLINE_MS }
  }
  /** Two readings of our clock, ten seconds apart, with the fault befalling between them. */
  async function twoReadings(between: () => Promise<unknown>): Promise<[Reading, Reading, Learnt]> {
    const transport = await client()
    const learnt = await discover(transport)
    const first = await read(transport, learnt, WAN)
    await between()
    now += 10_000
    const second = await read(transport, learnt, WAN)
    return [first, { ...second, at: first.at + 10_000 }, learnt]
  }

  const ENDS: [fault: string, value: number | boolean | undefined, end: string][] = [
    ['no-reply', undefined, 'no_answer'],
    ['stopped', undefined, 'no_answer'],
    ['slow', 60, 'answered'],
    ['slow', 5000, 'no_answer'],
    ['foreign', undefined, 'no_answer'],
    ['wrong-request-id', undefined, 'malformed'],
    ['malformed', 1, 'malformed'],
    ['malformed', 2, 'malformed'],
    ['malformed', 3, 'malformed'],
    ['malformed', 4, 'malformed'],
    ['duplicate', undefined, 'answered'],
    ['late', 40, 'answered'],
    ['gen-err', undefined, 'refused'],
    ['too-big', 4, 'answered'],
    ['no-such-object', undefined, 'answered'],
    ['huge-counters', undefined, 'answered'],
    ['clock-skew', 300, 'answered'],
    ['drop', 100, 'no_answer'],
  ]
  for (const [fault, value, end] of ENDS) {
    test(`${fault} ${value ?? ''} ends in ${end} while the neighbour is read as always`, async ({
      assert,
    }) => {
      const [sick, well] = [await client(), await client('sp-2/edge')]
      await befall(fault, value)
      const [found, beside] = await Promise.all([
        timed(sick.get(Object.values(SYSTEM))),
        timed(well.get([SYSTEM.uptime])),
      ])
      assert.deepEqual(found, { end, inTime: true })
      assert.deepEqual(beside, { end: 'answered', inTime: true })
      await befall('clear')
      assert.equal(await endOf(sick.get([SYSTEM.uptime])), 'answered')
    })
  }

  test('an agent that never gets further ends a discovery as partial', async ({ assert }) => {
    await befall('not-increasing')
    assert.equal(await endOf(discover(await client())), 'partial')
  })

  test('an agent that is silent to large questions is read in small ones', async ({ assert }) => {
    await befall('silent-above', 6)
    const transport = await client()
    const values = await transport.get([...Object.values(SYSTEM), IF_NUMBER])
    assert.equal(values.size, Object.values(SYSTEM).length + 1)
  })

  test('one reply in twenty lost costs no reading', async ({ assert }) => {
    await befall('drop', 5)
    const transport = await client()
    let failed = 0
    for (let i = 0; i < 60; i++) if ((await endOf(transport.get([SYSTEM.uptime]))) !== 'answered') failed++
    assert.isAtMost(failed, 3)
  }).timeout(20_000)

  test('a counter reset and a reboot give no rate, and the second is told as one', async ({ assert }) => {
    const [first, second] = await twoReadings(() => befall('counter-reset'))
    assert.isNull(interfaceRates(first, second)[0].inBps)
    assert.equal(elapsed(first, second).kind, 'steady')
    const [before, after] = await twoReadings(() => befall('reboot'))
    assert.equal(elapsed(before, after).kind, 'reboot')
    assert.isNull(interfaceRates(before, after)[0].inBps)
  })

  test('a wrap of sysUpTime is no reboot', async ({ assert }) => {
    await befall('uptime-wrap')
    const [first, second] = await twoReadings(async () => void (now += 15_000))
    assert.isBelow(second.uptime!, first.uptime!)
    assert.deepEqual(elapsed(first, { ...second, at: first.at + 25_000 }), {
      kind: 'steady',
      seconds: 25,
      suspect: false,
    })
  })

  test('32-bit counters are read where there are no others, over their wrap', async ({ assert }) => {
    await befall('counters32')
    await befall('wrap32')
    const [first, second] = await twoReadings(async () => {})
    assert.equal(first.interfaces[0].bits, 32)
    assert.isTrue(second.interfaces[0].in! < first.interfaces[0].in!, 'wrapped')
    assert.closeTo(interfaceRates(first, second)[0].inBps!, rateOf(), 0.01 * rateOf())
  })

  /** What the field says went over the uplink in the last ten seconds, bits per second. */
  function rateOf() {
    const slots = [now / 5000 - 1, now / 5000 - 2].map(Math.floor)
    return slots.reduce((sum, slot) => sum + field.device(EDGE)!.rate('in', slot), 0) / slots.length
  }

  test('renumbered interfaces are found again by name', async ({ assert }) => {
    const [first, second] = await twoReadings(() => befall('renumber'))
    assert.notEqual(first.ifTableLastChange, second.ifTableLastChange)
    assert.isNull(interfaceRates(first, second)[0].inBps)
    const again = await discover(await client())
    assert.equal(again.interfaces.find((one) => one.name === WAN)!.index, '102')
  })

  test('a counter beyond 2^63 still gives its rate', async ({ assert }) => {
    await befall('huge-counters')
    const [first, second] = await twoReadings(async () => {})
    assert.isTrue(first.interfaces[0].in! > 2n ** 63n)
    assert.closeTo(interfaceRates(first, second)[0].inBps!, rateOf(), 0.01 * rateOf())
  })

  test('a clock that is wrong is measured, and light that fades is seen at the terminal', async ({
    assert,
  }) => {
    await befall('clock-skew', 300)
    const [, second, learnt] = await twoReadings(async () => {})
    assert.closeTo(second.gauges!.clockSkewS!, 300, 5)
    assert.isNull(learnt.optical, 'the fibre ends at the terminal')
    await befall('optical-decay', 2, 'sp-1')
    const transport = await client('sp-1/cpe')
    const cpe = await discover(transport)
    const before = await read(transport, cpe, 'sfp1')
    now += 3 * 3_600_000
    const after = await read(transport, cpe, 'sfp1')
    assert.closeTo(before.rxDbm! - after.rxDbm!, 6, 0.3)
    await befall('empty-cage', true, 'sp-1')
    assert.isNull((await read(transport, cpe, 'sfp1')).rxDbm)
    assert.isNull((await discover(transport)).transceiver)
  })

  test('a flapping device is out of reach for half of its period', async ({ assert }) => {
    await befall('flapping', 60)
    const transport = await client()
    now = Math.ceil(now / 60_000) * 60_000
    assert.equal(await endOf(transport.get([SYSTEM.uptime])), 'answered')
    now += 31_000
    assert.equal(await endOf(transport.get([SYSTEM.uptime])), 'no_answer')
  })

  const DARK: [what: string, place: string, fault: string, silent: string[]][] = [
    ['the city core is out', 'core', 'outage', ['miasto/core', 'sp-1/cpe', EDGE, 'sp-2/edge']],
    ['the fibre is cut', 'sp-1', 'link-down', ['sp-1/cpe', EDGE]],
    ['the building has no power', 'sp-1', 'power-off', ['sp-1/cpe', EDGE]],
    ['the firewall is off', 'sp-1', 'stopped', [EDGE]],
  ]
  for (const [what, place, fault, silent] of DARK) {
    test(`when ${what}, what hangs behind it is silent too and the rest is not`, async ({ assert }) => {
      await befall(fault, true, place)
      const keys = [...field.devices.keys()]
      const ends = await Promise.all(keys.map(async (key) => endOf((await client(key)).get([SYSTEM.uptime]))))
      assert.deepEqual(
        keys.filter((_, i) => ends[i] === 'no_answer'),
        silent
      )
      const last = field.record.all.at(-1)!
      assert.isNull(last.ended)
      await befall('clear', undefined, place)
      assert.isNumber(last.ended)
      assert.isTrue([...field.devices.values()].every((device) => device.reachable))
    })
  }

  test('a brown-out loses datagrams of everything behind and damages frames', async ({ assert }) => {
    await befall('brown-out', 50, 'sp-1')
    assert.equal(field.device(EDGE)!.loss, 50)
    assert.equal(field.device('sp-2/edge')!.loss, 0)
    const before = field.device('sp-1/cpe')!.inErrors
    now += 10_000
    assert.isTrue(field.device('sp-1/cpe')!.inErrors > before + 100n)
  })

  test('firewall, terminal and core count the same traffic of a school', async ({ assert }) => {
    const rates: Record<string, number> = {}
    for (const [key, name, way] of [
      [EDGE, WAN, 'inBps'],
      ['sp-1/cpe', 'sfp1', 'inBps'],
      ['sp-1/cpe', 'ether1', 'outBps'],
      ['miasto/core', 'vlan-sp-1', 'outBps'],
    ] as const) {
      const transport = await client(key)
      const learnt = await discover(transport)
      const first = await read(transport, learnt, name)
      now += 10_000
      const second = { ...(await read(transport, learnt, name)), at: first.at + 10_000 }
      now -= 10_000
      rates[`${key} ${name}`] = interfaceRates(first, second)[0][way]!
    }
    const [wanted, ...others] = Object.values(rates)
    assert.isAbove(wanted, 0)
    for (const other of others) assert.closeTo(other, wanted, wanted * 0.001, JSON.stringify(rates))
  })

  test('figures carry every metric, those of an interface by its name', async ({ assert }) => {
    const [first, second] = await twoReadings(async () => {})
    const { values, figures } = figuresOf(first, second, WAN, -9)
    assert.includeMembers(Object.keys(values), [
      ...['sessionsTcp', 'sessionsUdp', 'sessionsIcmp', 'memoryUse', 'diskUse', 'temperature', 'clockSkewS'],
      ...['inErrors', 'outDiscards', `inBps@${WAN}`, `outErrors@${WAN}`],
    ])
    assert.equal(values.inBps, figures.inBps)
    assert.equal(values.inBps, values[`inBps@${WAN}`])
  })

  test('neighbours tell how the devices hang together', async ({ assert }) => {
    const beside = async (key: string) =>
      (await discover(await client(key))).neighbours!.map((one) => `${one.localPort} ${one.name} ${one.port}`)
    assert.deepEqual(await beside(EDGE), ['ethernet1/1 cpe-sp-1 ether1'])
    assert.sameMembers(await beside('sp-1/cpe'), ['ether1 fw-sp-1 ethernet1/1', 'sfp1 core-miasto vlan-sp-1'])
    assert.deepEqual(await beside('miasto/core'), ['vlan-sp-1 cpe-sp-1 sfp1'])
  })

  const V3: [what: string, fault: string | null, user: SnmpUser, end: string][] = [
    ['the right keys', null, USER, 'answered'],
    ['a wrong authentication key', null, { ...USER, authKey: 'inny-klucz' }, 'authentication'],
    ['a wrong privacy key', null, { ...USER, privKey: 'inny-klucz' }, 'authentication'],
    ['an unknown user', null, { ...USER, user: 'obcy' }, 'authentication'],
    ['replies with a wrong digest', 'wrong-digest', USER, 'authentication'],
    ['a user that was deleted', 'unknown-user', USER, 'authentication'],
    ['unreadable replies', 'malformed', USER, 'malformed'],
    ['silence', 'mute', USER, 'no_answer'],
    ['replies from elsewhere', 'foreign', USER, 'no_answer'],
  ]
  for (const [what, fault, user, end] of V3) {
    test(`SNMPv3 with ${what} ends in ${end}`, async ({ assert }) => {
      if (fault) await befall(fault, fault === 'malformed' ? 1 : undefined)
      const transport = await client(EDGE, { user, timeoutMs: 250 })
      assert.equal(await endOf(transport.get([SYSTEM.uptime])), end)
    })
  }

  test('SNMPv3 goes on after the engine restarted or its boots jumped', async ({ assert }) => {
    const transport = await client(EDGE, { user: USER, timeoutMs: 500 })
    await transport.get([SYSTEM.uptime])
    for (const fault of ['engine-boots-jump', 'reboot']) {
      await befall(fault)
      assert.equal(await endOf(transport.get([SYSTEM.uptime, SYSTEM.engineBoots])), 'answered', fault)
    }
  })

  test('SNMPv3 learns and reads the same as v2c', async ({ assert }) => {
    const [v2, v3] = [await client(), await client(EDGE, { user: USER, timeoutMs: 500 })]
    const learnt = await discover(v2)
    assert.deepEqual(await discover(v3), learnt)
    const [one, other] = [await read(v2, learnt, WAN), await read(v3, learnt, WAN)]
    assert.deepEqual(other.interfaces, one.interfaces)
  })
})
