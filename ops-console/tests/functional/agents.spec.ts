import { test } from '@japa/runner'
import { discover } from '#ops/probes/snmp/discovery'
import { SYSTEM } from '#ops/probes/snmp/oids'
import type { SnmpTransport } from '#ops/probes/snmp/transport'
import { read } from '#ops/probes/snmp/reading'
import { openSnmp } from '#ops/probes/snmp/open'
import { interfaceRates } from '#ops/health/rates'
import { Field } from '#ops/simulator/field'
import type { FaultCommand } from '#ops/simulator/faults'

const COMMUNITY = 'proba'
const WAN = 'ethernet1/1'

test.group('Agents that misbehave', (group) => {
  let field: Field
  let transport: SnmpTransport
  let now = Date.parse('2026-03-04T10:00:00Z')

  group.each.setup(async () => {
    field = new Field({ community: COMMUNITY, layout: 'ports', now: () => now })
    await field.add([{ key: 'sp-1/edge', model: 'PA-440' }])
    transport = await open(COMMUNITY)
    return () => {
      transport.close()
      field.stop()
    }
  })

  const open = (community: string) =>
    openSnmp({ ...field.agents.get('sp-1/edge')!.address, community, timeoutMs: 60, attempts: 2 })
  const fault = (command: FaultCommand) => field.command('sp-1/edge', command)
  const kindOf = async (question: Promise<unknown>) =>
    question.then(
      () => 'answered',
      (error) => error.kind
    )

  test('a firewall tells who it is, what it has and how busy it is', async ({ assert }) => {
    const learnt = await discover(transport)
    assert.deepInclude(learnt, { model: 'PA-440', software: '11.1.4-h7', haState: 'disabled' })
    assert.lengthOf(learnt.interfaces, 9)
    const reading = await read(transport, learnt, WAN)
    assert.equal(reading.sessionsMax, 200_000)
    assert.isAbove(reading.sessions!, 0)
    assert.isBelow(reading.rxDbm!, -5)
    assert.equal(reading.interfaces[0].name, WAN)
  })

  test('its counters grow by exactly what its rate says', async ({ assert }) => {
    const learnt = await discover(transport)
    const before = await read(transport, learnt, WAN)
    const device = field.agents.get('sp-1/edge')!.device
    const expected = device.rate('in', Math.floor(now / 5000))
    now += 5000
    const after = { ...(await read(transport, learnt, WAN)), at: before.at + 5000 }
    const [uplink] = interfaceRates(before, after)
    assert.closeTo(uplink.inBps!, expected, 10)
  })

  test('a stopped, a mute and a wrongly asked device are silent', async ({ assert }) => {
    const stranger = await open('zła')
    assert.equal(await kindOf(stranger.get([SYSTEM.uptime])), 'no_answer')
    stranger.close()
    await fault({ fault: 'mute', value: true })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'no_answer')
    await fault({ fault: 'clear' })
    await fault({ fault: 'stopped', value: true })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'no_answer')
    await fault({ fault: 'clear' })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'answered')
  })

  test('bytes that are no reply are named so and end nothing', async ({ assert }) => {
    await fault({ fault: 'malformed', value: true })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'malformed')
    assert.isAbove(transport.dropped.malformed, 0)
    await fault({ fault: 'clear' })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'answered')
  })

  test('a reply from another sender is not believed', async ({ assert }) => {
    await fault({ fault: 'foreign', value: true })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'no_answer')
    assert.isAbove(transport.dropped.foreign, 0)
  })

  test('a late reply to the first question answers nobody wrongly', async ({ assert }) => {
    await fault({ fault: 'slowMs', value: 90 })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'answered', 'within the second transmission')
    await fault({ fault: 'slowMs', value: 400 })
    assert.equal(await kindOf(transport.get([SYSTEM.uptime])), 'no_answer')
  })

  test('older software without the vendor objects is watched all the same', async ({ assert }) => {
    await fault({ fault: 'noPan', value: true })
    const learnt = await discover(transport)
    assert.deepEqual(learnt.pan, [])
    const reading = await read(transport, learnt, WAN)
    assert.isNull(reading.sessions)
    assert.isNotNull(reading.interfaces[0].in)
  })

  test('a device that finds questions too big is asked in smaller ones', async ({ assert }) => {
    await fault({ fault: 'mostValues', value: 5 })
    const learnt = await discover(transport)
    const reading = await read(transport, learnt, WAN)
    assert.isNotNull(reading.interfaces.at(-1)!.out)
  })

  test('a counter reset gives no rate and the next interval does', async ({ assert }) => {
    const learnt = await discover(transport)
    const first = await read(transport, learnt, WAN)
    await fault({ fault: 'counter_reset' })
    now += 10_000
    const second = { ...(await read(transport, learnt, WAN)), at: first.at + 10_000 }
    assert.isNull(interfaceRates(first, second)[0].inBps)
    now += 10_000
    const third = { ...(await read(transport, learnt, WAN)), at: second.at + 10_000 }
    assert.isAbove(interfaceRates(second, third)[0].inBps!, 0)
  })
})
