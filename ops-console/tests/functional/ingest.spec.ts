import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { promisify } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Knex } from 'knex'
import { Incident } from '#ops/alarms/incident'
import { hear } from '#ops/collector/hear'
import { runIngest } from '#ops/ingest/run'
import type { IngestSettings } from '#ops/ingest/settings'
import { Device } from '#ops/inventory/device'
import { system, threat } from '#ops/simulator/syslog/panos_lines'
import { startMessages } from '#ops/simulator/syslog/start'
import { twoSchools } from './city.ts'

const run = promisify(execFile)
const SERIAL = '012801099901'
const OTHER = '127.91.200.2'
const has = (path: string) => existsSync(path)

type Ingest = Awaited<ReturnType<typeof runIngest>>

interface Stored {
  tenant_id: number
  device_id: string | null
  message: string
  type: string
  subtype: string
  severity: number
  via: string
  fields: Record<string, unknown>
  people: string[]
  quarantined: boolean
  seqno: string | null
  skew_s: number | null
}

test.group('Messages of devices', (group) => {
  group.tap((each) => each.timeout(30_000))
  let city: Awaited<ReturnType<typeof twoSchools>>
  let ops: Knex
  let folder: string
  let ingest: Ingest
  let devices: Device[]
  let settings: IngestSettings
  let began: Date

  group.each.setup(async () => {
    began = new Date()
    city = await twoSchools()
    ops = city.ops
    await city.sync(city.units)
    const ours = city.units.map(({ tenantId }) => tenantId)
    devices = await Device.query(ops).whereIn('tenant_id', ours).where({ key: 'edge' }).orderBy('tenant_id')
    await ops('ops_console.ops_console_devices').where({ id: devices[0]!.id }).update({ serial: SERIAL })
    folder = await mkdtemp(join(tmpdir(), 'unia-ingest-'))
    const map = {
      ...{ community: 'symulator', control: { host: '127.0.0.1', port: 1 } },
      devices: { 'ops-a/edge': { host: '127.0.0.1', port: 1 }, 'ops-b/edge': { host: OTHER, port: 1 } },
    }
    await writeFile(join(folder, 'simulator.json'), JSON.stringify(map))
    settings = {
      ...{
        databaseUrl: process.env.DATABASE_OPS_URL!,
        host: '127.0.0.1',
        zone: 'Europe/Warsaw',
        perSecond: 500,
      },
      ...{ ports: { udp: 0, tcp: 0, tls: 0, trap: 0 }, tls: {}, relays: [], personalDays: 30, days: 90 },
      ...{ simulatorMap: join(folder, 'simulator.json'), portsFile: null },
    }
    ingest = await runIngest(settings, () => {})
    return async () => {
      await ingest.stop()
      await city.close()
      await rm(folder, { recursive: true, force: true })
    }
  })

  const until = async (received: number) => {
    for (let i = 0; i < 400 && ingest.counters.received < received; i++) await wait(25)
    await ingest.flush()
  }

  const stored = async (where: object = {}): Promise<Stored[]> =>
    ops('ops_console.ops_console_events')
      .whereIn(
        'tenant_id',
        city.units.map(({ tenantId }) => tenantId)
      )
      .where(where)
      .orderBy('id')

  async function send(text: string | Buffer, from = '127.0.0.1', port = ingest.ports.udp!) {
    const socket = createSocket('udp4').bind(0, from)
    await once(socket, 'listening')
    await new Promise((resolve) => socket.send(text, port, '127.0.0.1', resolve))
    socket.close()
  }

  const line = (seqno: bigint, description = 'Configuration committed', serial = SERIAL) =>
    `<14>Nov 24 11:59:59 fw ${system({
      ...{ serial, name: 'fw-a', at: new Date(), layout: '11.1', seqno },
      ...{ eventId: 'general', severity: 'informational', description },
    })}`

  for (const [way, args] of [
    ['UDP, RFC 3164', ['--udp', '--rfc3164']],
    ['UDP, RFC 5424', ['--udp', '--rfc5424']],
    ['TCP, RFC 5424, newlines', ['--tcp', '--rfc5424']],
    ['TCP, RFC 5424, octets counted', ['--tcp', '--rfc5424', '--octet-count']],
  ] as const) {
    test(`logger of util-linux is understood: ${way}`, async ({ assert }) => {
      const port = String(args[0] === '--udp' ? ingest.ports.udp : ingest.ports.tcp)
      const message = 'Żółta lampka na przełączniku, "szafa 2"'
      await run(
        'logger',
        ['--server', '127.0.0.1', '--port', port, ...args, '-p', 'local4.warning', '-t', 'szkola', message],
        {
          // RFC 3164 tells no zone: the sender lives in ours.
          env: { ...process.env, TZ: 'Europe/Warsaw' },
        }
      )
      await until(1)
      const [event] = await stored()
      assert.equal(event!.message, message)
      assert.deepInclude(event, { device_id: devices[0]!.id, severity: 4, type: 'SYSLOG', subtype: 'szkola' })
      assert.isAtMost(Math.abs(event!.skew_s!), 5)
    }).skip(!has('/usr/bin/logger'), 'logger is not installed')
  }

  for (const [version, args] of [
    ['v1', ['-v', '1', '-c', 'symulator']],
    ['v2c', ['-v', '2c', '-c', 'symulator']],
  ] as const) {
    test(`snmptrap ${version} linkDown is read and asks for a poll`, async ({ assert }) => {
      const heard: string[] = []
      const hints = hear(settings.databaseUrl, { hurry: (id) => heard.push(id), inventory: () => {} })
      await hints.ready()
      const to = `127.0.0.1:${ingest.ports.trap}`
      const link = ['1.3.6.1.2.1.2.2.1.1.3', 'i', '3', '1.3.6.1.2.1.31.1.1.1.1.3', 's', 'ethernet1/1']
      const identity =
        version === 'v1'
          ? ['1.3.6.1.4.1.25461', '127.0.0.1', '2', '0', '123']
          : ['123', '1.3.6.1.6.3.1.1.5.3']
      await run('snmptrap', [...args, to, ...identity, ...link])
      await until(1)
      const [event] = await stored()
      assert.deepInclude(event, {
        subtype: 'linkDown',
        severity: 3,
        message: 'linkDown: ethernet1/1',
        via: 'trap',
      })
      assert.equal(event!.fields.ifIndex, 3)
      for (let i = 0; i < 100 && !heard.length; i++) await wait(20)
      assert.deepEqual(heard, [devices[0]!.id])
      await hints.close()
    }).skip(!has('/usr/bin/snmptrap'), 'snmptrap is not installed')
  }

  test('snmpinform v2c is acknowledged, with a wrong community it is not', async ({ assert }) => {
    const to = `127.0.0.1:${ingest.ports.trap}`
    const inform = (community: string) =>
      run('snmpinform', ['-v', '2c', '-c', community, '-t', '1', '-r', '0', to, '', '1.3.6.1.6.3.1.1.5.1'])
    await inform('symulator')
    await assert.rejects(() => inform('obca'))
    await until(2)
    assert.deepEqual(
      (await stored()).map(({ subtype }) => subtype),
      ['coldStart']
    )
    const kept = await ops('ops_console.ops_console_event_quarantine').where({
      source: '127.0.0.1',
      reason: 'credential',
    })
    assert.lengthOf(kept, 1)
    await ops('ops_console.ops_console_event_quarantine').where({ source: '127.0.0.1' }).delete()
  }).skip(!has('/usr/bin/snmpinform'), 'snmpinform is not installed')

  test('a log is its unit’s by serial and address; other combinations go to the city', async ({ assert }) => {
    await send(line(1n))
    await send(line(2n), OTHER)
    await send(line(3n, 'x', '012801099977'))
    await send(line(4n), '127.91.200.77')
    await send('<14>Nov 24 11:59:59 sw plain', '127.91.200.77')
    await until(5)
    const [event, ...none] = await stored()
    assert.lengthOf(none, 0)
    assert.deepInclude(event, { device_id: devices[0]!.id, seqno: '1', quarantined: false })
    const reasons = await ops('ops_console.ops_console_event_quarantine')
      .whereIn('source', ['127.0.0.1', OTHER, '127.91.200.77'])
      .orderBy('reason')
      .pluck('reason')
    assert.deepEqual(reasons, ['foreign_serial', 'unknown_address', 'unknown_serial', 'unknown_source'])
    const isolated = await ops('ops_console.ops_console_events')
      .whereIn('source', [OTHER, '127.91.200.77', '127.0.0.1'])
      .where({ quarantined: true })
      .where('received_at', '>=', began)
      .select('tenant_id', 'device_id')
    const cityId = (await ops('core.tenancy_tenants').where({ slug: 'um-lublin' }).first('id')).id
    assert.lengthOf(isolated, 4)
    assert.isTrue(isolated.every((one) => one.tenant_id === cityId && one.device_id === null))
    await ops('ops_console.ops_console_event_quarantine')
      .whereIn('source', ['127.0.0.1', OTHER, '127.91.200.77'])
      .delete()
  })

  test('TLS carries counted messages, cut anywhere', async ({ assert }) => {
    const socket = connectTls({ host: '127.0.0.1', port: ingest.ports.tls!, rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const framed = [line(1n, 'zażółć, "gęślą"'), line(2n)]
      .map((text) => `${Buffer.byteLength(text)} ${text}`)
      .join('')
    for (const byte of Buffer.from(framed)) socket.write(Buffer.from([byte]))
    await until(2)
    socket.destroy()
    assert.deepEqual(
      (await stored()).map(({ message, via }) => [message, via]),
      [
        ['zażółć, "gęślą"', 'tls'],
        ['Configuration committed', 'tls'],
      ]
    )
  }).skip(!has('/usr/bin/openssl'), 'openssl is not installed')

  test('bytes that are no UTF-8, broken traps and a stream gone astray do no harm', async ({ assert }) => {
    await send(
      Buffer.concat([
        Buffer.from('<14>Nov 24 11:59:59 sw '),
        Buffer.from([0x5a, 0xb3, 0x6f, 0x00, 0x74, 0x79]),
      ])
    )
    await send(Buffer.from([0x30, 0x82, 0x01, 0x00, 0x47]), '127.0.0.1', ingest.ports.trap)
    const socket = connect(ingest.ports.tcp!, '127.0.0.1')
    socket.write('12x <13>hello')
    await once(socket, 'close')
    await until(1)
    assert.equal((await stored())[0]!.message, 'Złoty')
    assert.equal(ingest.counters.malformed, 2)
  })

  test('missing sequence numbers are noticed, overtaken ones are not', async ({ assert }) => {
    for (const seqno of [10n, 11n, 13n, 12n, 20n]) await send(line(seqno))
    await until(5)
    const sequence = await ops('ops_console.ops_console_event_sequences').where({ serial: SERIAL }).first()
    assert.equal(sequence.last, '20')
    assert.lengthOf(await stored(), 5)
  })

  test('a storm of one device is one incident with a count, and the others are heard', async ({ assert }) => {
    await ingest.stop()
    ingest = await runIngest({ ...settings, perSecond: 5 }, () => {})
    const socket = createSocket('udp4').bind(0, '127.0.0.1')
    await once(socket, 'listening')
    for (let i = 0; i < 300; i++)
      await new Promise((sent) => socket.send(line(BigInt(i)), ingest.ports.udp!, '127.0.0.1', sent))
    socket.close()
    await send('<11>Nov 24 11:59:59 sw plain', OTHER)
    await until(301)
    await ingest.flush()
    const open = await Incident.query(ops)
      .where({ device_id: devices[0]!.id, check_code: 'event_storm' })
      .whereNull('closed_at')
    assert.lengthOf(open, 1)
    assert.isAbove((open[0]!.fact!.params as { count: number }).count, 200)
    assert.lengthOf(await stored({ device_id: devices[1]!.id }), 1)
    assert.isAbove(ingest.counters.droppedRate, 200)
  })

  test('a clock that is off is a warning of its own, and ends', async ({ assert }) => {
    const skewed = (ms: number) => `<14>1 ${new Date(Date.now() + ms).toISOString()} sw app - - - tick`
    for (let i = 0; i < 4; i++) await send(skewed(-10 * 60_000), OTHER)
    await until(4)
    const open = () =>
      Incident.query(ops)
        .where({ device_id: devices[1]!.id, check_code: 'clock_skew' })
        .whereNull('closed_at')
    assert.equal(((await open())[0]!.fact!.params as { value: number }).value, -600)
    for (let i = 0; i < 9; i++) await send(skewed(0), OTHER)
    await until(13)
    assert.lengthOf(await open(), 0)
  })

  test('the simulated firewalls are heard, each fault as what it is, and a burst is counted to the last', async ({
    assert,
  }) => {
    await ingest.stop()
    await ops('ops_console.ops_console_devices').where({ id: devices[0]!.id }).update({ serial: null })
    ingest = await runIngest({ ...settings, portsFile: join(folder, 'ingest.json') }, () => {})
    const faults: [string, Record<string, boolean | number>][] = [
      ['127.0.0.1', { 'syslog.splitFrames': true, 'trap.burst': 400 }],
      [OTHER, { 'syslog.badUtf8': true }],
      ['127.91.200.3', { 'trap.wrongCommunity': true, uplinkDown: true }],
      ['127.91.200.4', { 'syslog.unknownSource': true }],
    ]
    const speaking = faults.map(([host, fault], i) => ({
      host,
      device: { key: `sp-${i}/edge`, serial: SERIAL, model: { name: 'PA-220' }, activity: 1, faults: fault },
    }))
    const messages = startMessages({
      devices: () => speaking,
      community: 'symulator',
      simulatorMap: settings.simulatorMap,
      rate: 300,
      silentMs: 0,
    })
    await until(900)
    messages.stop()
    for (let seen = -1; seen !== ingest.counters.received; await wait(300)) seen = ingest.counters.received
    await ingest.flush()
    const { received, quarantined, droppedRate, droppedQueue, refused } = ingest.counters
    const ours = await stored()
    assert.equal(ours.length, received - quarantined - droppedRate)
    assert.equal(droppedQueue + refused, 0)
    assert.isTrue(ours.some(({ type, via }) => type === 'TRAP' && via === 'trap'))
    assert.isTrue(ours.some(({ type }) => type === 'TRAFFIC'))
    assert.isTrue(
      ours.some(({ message, device_id: id }) => id === devices[1]!.id && message.startsWith('Zł'))
    )
    const reasons = ops('ops_console.ops_console_event_quarantine').where('last_at', '>=', began)
    assert.includeMembers(await reasons.clone().distinct('reason').pluck('reason'), [
      'unknown_serial',
      'unknown_source',
    ])
    await reasons.delete()
  })

  test('texts come back as they were sent, and an unknown database does not end the ingest', async ({
    assert,
  }) => {
    await send(line(1n, `\\N\t"quoted" \\ {braces} ${'ł'.repeat(20)}`))
    await send(threatLine(2n, 'szkoła\\"jan"'))
    await until(2)
    const [plain, person] = await stored()
    assert.include(plain!.message, '\\N\t"quoted" \\ {braces}')
    assert.deepEqual(person!.people, ['szkoła\\"jan"'])
    await ingest.stop()
    ingest = await runIngest({ ...settings, databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' }, () => {})
    await send(line(3n))
    for (let i = 0; i < 200 && ingest.counters.received < 1; i++) await wait(20)
    assert.equal(ingest.counters.stored, 0)
  })

  const threatLine = (seqno: bigint, user: string) =>
    `<14>Nov 24 11:59:59 fw ${threat({
      ...{
        serial: SERIAL,
        name: 'fw-a',
        at: new Date(),
        layout: '8.1',
        seqno,
        user,
        url: 'zlo.example.com/a,b',
      },
    })}`
})
