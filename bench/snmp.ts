/**
 * What does one value over SNMP v2c cost the asking process? CPU seconds per 10,000 values of bare UDP datagrams of the
 * same size, net-snmp, snmp-native, and our client over shared sockets and over a session of snmp-native; in one run,
 * against the same simulated devices in a process of their own, so that the ratios hold on any machine.
 *
 *   node --import @poppinss/ts-exec bench/snmp.ts [--devices 100] [--rounds 20] [--repeats 3] [--json]
 */
import { fork } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import netSnmp, { type Session as NetSnmpSession } from 'net-snmp'
import native, { type Session as NativeSession } from 'snmp-native'
import { discover } from '../ops-console/probes/snmp/discovery.ts'
import { openSnmp, type OpenOptions } from '../ops-console/probes/snmp/open.ts'
import { planFor } from '../ops-console/probes/snmp/plan.ts'
import { templateOf } from '../ops-console/probes/snmp/question.ts'

const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '20' },
    repeats: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    field: { type: 'boolean', default: false },
  },
})
const COMMUNITY = 'pomiar'
/** Values in a datagram, as our client divides a poll; snmp-native has 16, which cannot be changed. */
const BATCH = 27
const USM = {
  user: 'unia',
  auth: 'sha256',
  authKey: 'pomiar-auth',
  priv: 'aes',
  privKey: 'pomiar-priv',
} as const
const [devices, rounds, repeats] = [Number(values.devices), Number(values.rounds), Number(values.repeats)]

type Place = { host: string; port: number }
type Round = () => Promise<unknown>

if (values.field) await playField()
else await measure()

async function playField() {
  const { Field } = await import('../ops-console/simulator/field.ts')
  const field = new Field({ community: COMMUNITY, usm: USM, layout: 'ports' })
  await field.add(Array.from({ length: devices }, (_, i) => ({ key: `sp-${i}/edge`, model: 'PA-440' })))
  process.on('disconnect', () => process.exit(0))
  process.send!([...field.agents.values()].map((agent) => agent.address))
}

async function measure() {
  const child = fork(fileURLToPath(import.meta.url), ['--field', '--devices', String(devices)], {
    execArgv: ['--import', '@poppinss/ts-exec'],
  })
  const [places] = (await once(child, 'message')) as [Place[]]
  const oids = await questionsOf(places[0])
  const ways: [string, Round][] = [
    ['bare UDP', bare(places, oids)],
    ['net-snmp', withNetSnmp(places, oids)],
    ['snmp-native', withNative(places, oids)],
    ['ours, shared sockets', await withOurs(places, oids, {})],
    ['ours, session of snmp-native', await withOurs(places, oids, { through: 'session' })],
    ['ours, SNMPv3 authPriv', await withOurs(places, oids, {}, true)],
  ]
  const costs = new Map(ways.map(([name]) => [name, [] as number[]]))
  for (const [, round] of ways) for (let i = 0; i < 3; i++) await round()
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const [name, round] of ways) costs.get(name)!.push(await cost(round, oids.length))
  }
  print(costs, oids.length)
  child.kill()
  process.exit(0)
}

/** CPU seconds per 10,000 values. */
async function cost(round: Round, width: number): Promise<number> {
  const before = process.cpuUsage()
  for (let n = 0; n < rounds; n++) await round()
  const { user, system } = process.cpuUsage(before)
  return ((user + system) / 1e6 / (rounds * devices * width)) * 10_000
}

function print(costs: Map<string, number[]>, width: number) {
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
  const base = median(costs.get('bare UDP')!)
  const rows = [...costs].map(([way, all]) => ({
    way,
    cpuSecondsPer10kValues: Number(median(all).toFixed(4)),
    timesBare: Number((median(all) / base).toFixed(1)),
  }))
  if (values.json) console.log(JSON.stringify({ devices, valuesPerPoll: width, rounds, repeats, ways: rows }))
  else console.table(rows)
}

/** What a poll of that firewall asks. */
async function questionsOf(place: Place): Promise<string[]> {
  const transport = await openSnmp({ ...place, community: COMMUNITY, timeoutMs: 2000, attempts: 3 })
  const { oids } = planFor(await discover(transport), 'ethernet1/1')
  transport.close()
  return oids
}

function batchesOf(oids: string[], most: number): string[][] {
  return Array.from({ length: Math.ceil(oids.length / most) }, (_, i) => oids.slice(i * most, (i + 1) * most))
}

/** The same datagrams, made beforehand, and nothing read of the answers. */
function bare(places: Place[], oids: string[]): Round {
  const socket = createSocket({ type: 'udp4', lookup: (host, _, done) => done(null, host, 4) })
  const datagrams = batchesOf(oids, BATCH).map(
    (batch) => templateOf({ type: 'get', oids: batch, repetitions: 0 }, COMMUNITY).bytes
  )
  let left = 0
  let done = () => {}
  socket.on('message', () => --left === 0 && done())
  return async () => {
    for (let from = 0; from < places.length; from += 25) {
      const some = places.slice(from, from + 25)
      left = some.length * datagrams.length
      // A lost datagram is not asked for again.
      const all = new Promise<void>((resolve) => (done = resolve))
      const patience = setTimeout(() => done(), 2000)
      for (const { host, port } of some) for (const datagram of datagrams) socket.send(datagram, port, host)
      await all
      clearTimeout(patience)
    }
  }
}

async function inGroups<T>(all: readonly T[], work: (one: T) => Promise<unknown>) {
  for (let from = 0; from < all.length; from += 25) await Promise.all(all.slice(from, from + 25).map(work))
}

function withNetSnmp(places: Place[], oids: string[]): Round {
  const batches = batchesOf(oids, BATCH)
  const sessions = places.map(({ host, port }) => {
    const session = netSnmp.createSession(host, COMMUNITY, {
      port,
      version: netSnmp.Version2c,
      timeout: 2000,
    })
    session.on('error', () => {})
    return session
  })
  const get = (session: NetSnmpSession, batch: string[]) =>
    new Promise((resolve, reject) =>
      session.get(batch, (error, found) => (error ? reject(error) : resolve(found)))
    )
  return () => inGroups(sessions, (session) => Promise.all(batches.map((batch) => get(session, batch))))
}

function withNative(places: Place[], oids: string[]): Round {
  const sessions = places.map(({ host, port }) => {
    const session = new native.Session({ host, port, community: COMMUNITY })
    session.on('error', () => {})
    return session
  })
  const get = (session: NativeSession) =>
    new Promise((resolve, reject) =>
      session.getAll(
        { oids: oids.map((oid) => oid.split('.').map(Number)), abortOnError: true },
        (error, found) => (error ? reject(error) : resolve(found))
      )
    )
  return () => inGroups(sessions, get)
}

async function withOurs(places: Place[], oids: string[], options: OpenOptions, v3 = false): Promise<Round> {
  const access = v3 ? { user: { ...USM, level: 'authPriv' as const } } : { community: COMMUNITY }
  const open = (place: Place) => openSnmp({ ...place, ...access, timeoutMs: 2000, attempts: 3 }, options)
  const transports = await Promise.all(places.map(open))
  return () => inGroups(transports, (transport) => transport.get(oids))
}
