/**
 * What does asking by SNMP cost? One field of simulated firewalls, asked in turn by: bare UDP (the same questions, the
 * replies not even decoded), this console, Debian's prometheus-snmp-exporter and collectd; with --chain the whole chain
 * too. CPU of the asking process alone, in seconds for 10,000 values; the field's is not counted. A program that is not
 * there is passed over.
 *
 *   node --import @poppinss/ts-exec bench/ops.ts [--devices 100] [--cycles 10] [--chain 30]
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runAce } from '../app/database/prepare.ts'
import { inPlaces } from '../ops-console/chain/places.ts'
import { processSeconds } from '../ops-console/chain/processor_time.ts'
import { parseTargets, type Target } from '../ops-console/chain/targets.ts'
import { stamped, templateOf } from '../ops-console/probes/snmp/question.ts'

const { values: options } = parseArgs({
  options: {
    devices: { type: 'string', default: '100' },
    cycles: { type: 'string', default: '10' },
    chain: { type: 'string', default: '0' },
  },
})
const [devices, cycles, chainSeconds] = [options.devices, options.cycles, options.chain].map(Number)
const EXPORTER = '/usr/bin/prometheus-snmp-exporter'
const COLLECTD = '/usr/sbin/collectd'
const IF_NAME = '1.3.6.1.2.1.31.1.1.1.1'
/** Columns that everybody asks for, of all interfaces. */
const COLUMNS = {
  ifInErrors: '1.3.6.1.2.1.2.2.1.14',
  ifOutErrors: '1.3.6.1.2.1.2.2.1.20',
  ifHCInOctets: '1.3.6.1.2.1.31.1.1.1.6',
  ifHCOutOctets: '1.3.6.1.2.1.31.1.1.1.10',
}

const MARKED = 0x5a5b0000
const MARK = Buffer.from([0x5a, 0x5b])

interface Cost {
  cpu: number
  values: number
}

const folder = await mkdtemp(join(tmpdir(), 'unia-bench-ops-'))
const list = join(folder, 'agents.csv')
const field = await startField()
const { targets } = parseTargets(await readFile(list, 'utf8'))
try {
  const bare = await bareUdp()
  print('bare UDP exchange', bare, bare)
  print('ops:poll', await poll(), bare)
  print('prometheus-snmp-exporter', existsSync(EXPORTER) ? await exporter() : null, bare)
  print('collectd, snmp to csv', existsSync(COLLECTD) ? await collectd() : null, bare)
  if (chainSeconds) print('ops:chain, stored and streamed', await chain(), bare)
} finally {
  await end(field)
  await rm(folder, { recursive: true, force: true })
}

function print(name: string, cost: Cost | null, bare: Cost) {
  if (!cost) return console.log(`${name}: not here`)
  if (!cost.values) return console.log(`${name}: brought no value`)
  const per10k = (cost.cpu / cost.values) * 10_000
  const ratio = per10k / ((bare.cpu / bare.values) * 10_000)
  console.log(
    `${name}: ${per10k.toFixed(4)} CPU s per 10,000 values (${cost.values} values), ${ratio.toFixed(1)} × bare`
  )
}

async function startField() {
  const script = fileURLToPath(new URL('field.ts', import.meta.url))
  const args = ['--devices', String(devices), '--targets', list, '--port', String(await freePort())]
  const child = spawn(process.execPath, ['--import', '@poppinss/ts-exec', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

/** 28 values a question, as many as one datagram of the console's own poll has. */
async function bareUdp(): Promise<Cost> {
  const oids = Object.values(COLUMNS).flatMap((column) =>
    Array.from({ length: 7 }, (_, index) => `${column}.${index + 1}`)
  )
  const template = templateOf({ type: 'get', oids, repetitions: 0 }, targets[0].community)
  const socket = createSocket({
    type: 'udp4',
    recvBufferSize: 4 * 2 ** 20,
    lookup: (host, _, done) => done(null, host, 4),
  })
  const waiting = new Map<number, () => void>()
  socket.on('message', (reply) => {
    // The first bytes of the request id are found again without decoding anything.
    const number = reply.readUInt16BE(reply.indexOf(MARK) + 2)
    waiting.get(number)?.()
    waiting.delete(number)
  })
  let replies = 0
  const ask = async ({ host, port }: Target, number: number) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.set(number, () => (replies++, resolve()))
    socket.send(stamped(template, MARKED + number), port, host)
    await Promise.race([promise, wait(1000, undefined, { ref: false })])
  }
  const before = process.cpuUsage()
  for (let cycle = 0; cycle < cycles; cycle++) {
    await inPlaces(
      [...targets.entries()],
      { places: 256, silentMs: 1000, isSilent: () => false },
      ([index, target]) => ask(target, index)
    )
  }
  const { user, system } = process.cpuUsage(before)
  socket.close()
  return { cpu: (user + system) / 1e6, values: replies * oids.length }
}

async function poll(): Promise<Cost> {
  const repeat = ['--period', '1', '--seconds', String(cycles)]
  const said = await runAce(['ops:poll', '--targets', list, ...repeat, '--json', '--brief'], process.env)
  const { cpuSeconds, values } = JSON.parse(said)
  return { cpu: cpuSeconds, values }
}

async function exporter(): Promise<Cost | null> {
  const config = join(folder, 'snmp.yml')
  const metrics = Object.entries(COLUMNS).map(([name, oid]) => ({
    ...{ name, oid, type: 'counter', help: name },
    indexes: [{ labelname: 'ifIndex', type: 'gauge' }],
  }))
  const walk = Object.values(COLUMNS)
  const auth = { community: targets[0].community }
  // YAML takes JSON.
  await writeFile(config, JSON.stringify({ bench: { version: 2, auth, walk, metrics } }))
  const port = await freePort()
  const args = [`--config.file=${config}`, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error']
  const child = spawn(EXPORTER, args, { stdio: 'ignore' })
  try {
    const scrape = async ({ host, port: agent }: Target) => {
      const url = `http://127.0.0.1:${port}/snmp?module=bench&target=${host}:${agent}`
      const text = await (await fetch(url)).text()
      return text.split('\n').filter((line) => /^if\w+\{/.test(line)).length
    }
    await answering(() => scrape(targets[0]))
    const before = await processSeconds(child.pid!)
    let values = 0
    for (let cycle = 0; cycle < cycles; cycle++) {
      await inPlaces(targets, { places: 32, silentMs: 10_000, isSilent: () => false }, async (target) => {
        const found = await scrape(target)
        values += found
      })
    }
    return { cpu: (await processSeconds(child.pid!)) - before, values }
  } finally {
    await end(child)
  }
}

/** Every second to CSV files, in which the values are counted. */
async function collectd(): Promise<Cost | null> {
  const config = join(folder, 'collectd.conf')
  const data = (type: string, from: keyof typeof COLUMNS, to: keyof typeof COLUMNS) =>
    `<Data "${type}">\nType "${type}"\nTable true\nInstance ".${IF_NAME}"\nValues ".${COLUMNS[from]}" ".${COLUMNS[to]}"\n</Data>`
  const hosts = targets.map(
    ({ host, port, community }) =>
      `<Host "${host}">\nAddress "${host}:${port}"\nVersion 2\nCommunity "${community}"\nCollect "if_octets" "if_errors"\nInterval 1\n</Host>`
  )
  const plugin = [
    data('if_octets', 'ifHCInOctets', 'ifHCOutOctets'),
    data('if_errors', 'ifInErrors', 'ifOutErrors'),
    ...hosts,
  ]
  await writeFile(
    config,
    [
      `BaseDir "${folder}"\nPIDFile "${folder}/collectd.pid"\nTypesDB "/usr/share/collectd/types.db"\nInterval 1\nReadThreads 8`,
      `LoadPlugin snmp\nLoadPlugin csv`,
      `<Plugin csv>\nDataDir "${folder}/csv"\n</Plugin>\n<Plugin snmp>\n${plugin.join('\n')}\n</Plugin>\n`,
    ].join('\n')
  )
  const child = spawn(COLLECTD, ['-f', '-C', config], { stdio: 'ignore' })
  try {
    await wait(3000)
    const [before, first] = [await processSeconds(child.pid!), await csvValues()]
    await wait(cycles * 1000)
    return { cpu: (await processSeconds(child.pid!)) - before, values: (await csvValues()) - first }
  } finally {
    await end(child)
  }
}

/** Two values a line below the head of each file. */
async function csvValues(): Promise<number> {
  const root = join(folder, 'csv')
  const names = await readdir(root, { recursive: true }).catch(() => [])
  const files = names.filter((name) => /snmp\/if_/.test(name))
  const lines = await Promise.all(
    files.map(async (name) => (await readFile(join(root, name), 'utf8')).trimEnd().split('\n').length - 1)
  )
  return lines.reduce((sum, count) => sum + count * 2, 0)
}

async function chain(): Promise<Cost> {
  const args = [
    '--targets',
    list,
    '--period',
    '1',
    '--seconds',
    String(chainSeconds),
    '--clients',
    '20',
    '--json',
  ]
  const { cpuSecondsPer10kValues, valuesRead } = JSON.parse(await runAce(['ops:chain', ...args], process.env))
  return { cpu: (cpuSecondsPer10kValues * valuesRead) / 10_000, values: valuesRead }
}

async function answering(ask: () => Promise<unknown>) {
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await ask().catch(() => false)) return
    await wait(100)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
