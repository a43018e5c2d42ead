import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { probeAgent } from '#ops/probe'
import { discover } from '#ops/probes/snmp/discovery'
import { openSnmp } from '#ops/probes/snmp/open'
import { read } from '#ops/probes/snmp/reading'
import { SNMPSIM, startSnmpsim, type Program } from './programs.ts'

const WALKS = fileURLToPath(new URL('../../fixtures/snmp', import.meta.url))

test.group('snmpsim with recorded walks', (group) => {
  let program: Program

  group.setup(async () => {
    if (!SNMPSIM) return () => {}
    program = await startSnmpsim(WALKS, 'pa-440')
    return () => program.stop()
  })
  group.tap((one) => one.skip(!SNMPSIM, 'snmpsim is not installed').timeout(20_000))

  const open = (community: string) =>
    openSnmp({ host: '127.0.0.1', port: program.port, community, timeoutMs: 2000, attempts: 2 })

  test('a PA-440 of a pair is read whole', async ({ assert }) => {
    const transport = await open('pa-440')
    const learnt = await discover(transport)
    assert.deepInclude(learnt, {
      ...{ family: 'panos', model: 'PA-440', serial: '012345678901', software: '10.1.12', haState: 'active' },
      ...{ haMode: 'active-passive', contentReleased: null, transceiver: null, optical: null },
      temperature: { index: '2', factor: 0.1 },
    })
    assert.notInclude(learnt.pan, 'appReleased', 'this release has no such objects')
    assert.deepEqual(
      learnt.inventory!.map((part) => part.class),
      ['chassis', 'power']
    )
    const reading = await read(transport, learnt, 'ethernet1/1')
    assert.deepInclude(reading, { sessions: 1842, sessionsMax: 200_000, cpuMgmt: 23, cpuData: 7 })
    assert.deepInclude(reading.gauges, {
      ...{ memoryUse: 54.2, diskUse: 90, temperature: 41.8, sessionsTcp: 1301, sessionsIcmp: 21 },
    })
    assert.equal(reading.interfaces[0].in, 18_446_744_073_709_551_000n)
    assert.equal(reading.interfaces[0].inErrors, 17n)
    assert.sameMembers(
      reading.interfaces.map((one) => one.name),
      ['ethernet1/1', 'mgmt', 'ethernet1/2', 'tunnel', 'ethernet1/1.100']
    )
    transport.close()
  })

  test('an RB5009 is read with its optics and its neighbour', async ({ assert }) => {
    const transport = await open('rb5009')
    const learnt = await discover(transport)
    assert.deepInclude(learnt, {
      ...{ family: 'routeros', model: 'RB5009UPr+S+', serial: 'HEC08ABCDE1', software: '7.16.2' },
      transceiver: '9',
    })
    assert.deepEqual(learnt.neighbours, [
      {
        localPort: 'sfp-sfpplus1',
        chassis: '4c:5e:0c:11:22:33',
        port: '4c:5e:0c:11:22:34',
        name: 'agg-nette-3',
      },
    ])
    assert.equal(learnt.interfaces.at(-1)!.index, '2200000001', 'an index beyond 2^31')
    const reading = await read(transport, learnt, 'sfp-sfpplus1')
    assert.deepInclude(reading, { rxDbm: -11.87, cpuData: 4.5, cpuMgmt: null, sessions: null })
    assert.deepInclude(reading.gauges, {
      ...{ txDbm: -4.312, opticsVoltage: 3.291, biasCurrent: 21, opticsTemperature: 41, lightLost: 0 },
      ...{ voltage: 24.3, temperature: 42, memoryUse: 25.6 },
    })
    transport.close()
  })

  test('a session of snmp-native learns the same as the shared sockets', async ({ assert }) => {
    const transport = await open('rb5009')
    const target = { host: '127.0.0.1', port: program.port, community: 'rb5009' }
    assert.deepEqual((await probeAgent(target)).learnt, await discover(transport))
    transport.close()
  })
})
