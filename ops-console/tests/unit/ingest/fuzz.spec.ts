import { test } from '@japa/runner'
import { Counters } from '#ops/ingest/counters'
import { Directory } from '#ops/ingest/directory'
import type { AttributedEvent } from '#ops/ingest/event'
import { Intake } from '#ops/ingest/intake'
import { eventRow } from '#ops/ingest/store/events'
import { Framer } from '#ops/ingest/syslog/framing'
import { parseNotification, versionOf } from '#ops/ingest/traps/message'
import { TrapV3 } from '#ops/ingest/traps/v3'
import { Speaker } from '#ops/simulator/syslog/speaker'
import { encodeTrap, linkTrap, panTrap } from '#ops/simulator/traps/trap'

/** The whole of it with OPS_FUZZ=100000. */
const ROUNDS = Number(process.env.OPS_FUZZ ?? 4000)
const LONGEST_BLOCK_MS = 50
const SLICE = 200

/** Repeatable chance (mulberry32), so that a failure can be looked at. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Bytes flipped, cut, doubled, stretched and put into each other. */
function mutate(seeds: readonly Buffer[], roll: ReturnType<typeof dice>): Buffer {
  let bytes = Buffer.from(seeds[roll(seeds.length)]!)
  for (let i = roll(5); i >= 0 && bytes.length; i--) {
    const at = roll(bytes.length)
    const way = roll(7)
    if (way < 3) bytes[at] = roll(256)
    else if (way === 3) bytes = bytes.subarray(0, at)
    else if (way === 4)
      bytes = Buffer.concat([bytes.subarray(0, at), seeds[roll(seeds.length)]!, bytes.subarray(at)])
    else if (way === 5)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(roll(400), roll(256)), bytes.subarray(at)])
    else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + roll(20)))])
  }
  return bytes.subarray(0, 65_000)
}

const device = {
  key: 'sp-1/edge',
  serial: '012801000001',
  model: { name: 'PA-440' },
  activity: 1,
  faults: {},
}
const speaker = new Speaker(device)
const SYSLOG = [
  ...Array.from({ length: 20 }, () => Buffer.from(speaker.next())),
  Buffer.from(`<34>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [a@1 x="1\\"2"][b@2 y="z"] text`),
  Buffer.from(`<13>Feb 29 23:59:59 host app[1]: user: jan`),
  Buffer.from(`<13>0000-00-00T00:00:00Z h a: \u0000 \ud83d\ude00`),
  Buffer.from(`<14>Nov 24 11:59:59 fw 1,2026/11/24 11:59:59,0128,USERID,login,1,2026/11/24 11:59:59,"a""b,`),
  Buffer.from(
    `<14>Nov 24 11:59:59 fw 1,0000/01/01 00:00:00,0128,SYSTEM,x,1,9999/12/31 23:59:59,,,,,,,,"user ${' '.repeat(3000)}"`
  ),
]
const said = {
  serial: '012801000001',
  at: new Date(),
  number: 602,
  severity: 5,
  eventId: 'g',
  description: 'x,"ż',
}
const TRAPS = [
  encodeTrap('c', panTrap({ ...said, layout: 'old' })),
  encodeTrap('c', panTrap({ ...said, layout: 'new' }), { inform: true }),
  encodeTrap('c', linkTrap(false, 2, 'ethernet1/1', 5)),
  // SNMPv3 of snmptrap 5.9: discovery, and an authPriv inform.
  Buffer.from(
    '303e020103301102044f0e1b7e020300ffe3040104020103041030 0e0400020100020100040004000400301404000400a00e02042f1e0c6b0201000201003000'.replaceAll(
      ' ',
      ''
    ),
    'hex'
  ),
]

/** Runs the rounds and tells the longest that one of them kept the event loop's own thread busy, ms. */
async function longestBlock(round: (n: number) => void): Promise<number> {
  let longest = 0
  for (let n = 0; n < ROUNDS; n++) {
    const began = process.threadCpuUsage()
    round(n)
    const { user, system } = process.threadCpuUsage(began)
    longest = Math.max(longest, (user + system) / 1000)
    if (n % SLICE === 0) await new Promise(setImmediate)
  }
  return longest
}

const collect = () => (globalThis as { gc?: () => void }).gc?.()
const heap = () => {
  collect()
  return process.memoryUsage().heapUsed
}

test.group('Whatever bytes come', (group) => {
  group.tap((each) => each.timeout(300_000))

  test('mutated syslog ends as a row or not at all, quickly', async ({ assert }) => {
    const roll = dice(1)
    const rows: AttributedEvent[] = []
    const counters = new Counters()
    const known = { tenantId: 1, deviceId: 'a', addresses: ['10.0.0.1'], serials: [], community: 'c' }
    const intake = new Intake({
      ...{ directory: new Directory([known]), cityId: 2, zone: 'Europe/Warsaw', perSecond: 1e9, counters },
      push: (event) => rows.push(event) > 0,
    })
    let before = 0
    const longest = await longestBlock((n) => {
      const source = n % 3 ? '10.0.0.1' : `10.${roll(256)}.${roll(256)}.1`
      intake.syslog({ bytes: mutate(SYSLOG, roll), source, via: 'udp', receivedAt: Date.now() })
      for (const event of rows.splice(0)) {
        const row = eventRow(event)
        if (row.some((value) => typeof value === 'string' && value.includes('\0'))) throw new Error('NUL')
        JSON.parse(String(row[15]))
      }
      if (n === Math.floor(ROUNDS / 2)) before = heap()
    })
    assert.equal(counters.received, ROUNDS)
    assert.isBelow(longest, LONGEST_BLOCK_MS)
    assert.isBelow(heap() - before, 40e6)
  })

  test('mutated traps of every version are read or thrown away, quickly', async ({ assert }) => {
    const roll = dice(2)
    const v3 = new TrapV3(() => {})
    v3.setUsers([
      {
        name: 'unia',
        level: 'authPriv',
        auth: 'sha256',
        authKey: 'password1',
        priv: 'aes',
        privKey: 'password2',
      },
    ])
    let read = 0
    const longest = await longestBlock(() => {
      const bytes = mutate(TRAPS, roll)
      const trap =
        versionOf(bytes) === 3 ? v3.take(bytes, { address: '10.0.0.1', port: 1 }) : parseNotification(bytes)
      if (trap) read++
    })
    v3.close()
    assert.isAbove(read, 0)
    assert.isBelow(read, ROUNDS)
    assert.isBelow(longest, LONGEST_BLOCK_MS)
  })

  test('a stream of mutated bytes is cut into bounded messages or given up, however it is cut', async ({
    assert,
  }) => {
    const roll = dice(3)
    const longest = await longestBlock((n) => {
      const framer = new Framer()
      const text = mutate(SYSLOG, roll)
      const stream =
        n % 2
          ? Buffer.concat([Buffer.from(`${text.length + roll(3) - 1} `), text, text])
          : Buffer.concat([text, Buffer.from('\n'), text])
      try {
        for (let at = 0; at < stream.length;) {
          const size = 1 + roll(n % 5 ? 5000 : 7)
          for (const message of framer.push(stream.subarray(at, at + size))) {
            if (message.length > 65_536) throw new Error('too long')
          }
          at += size
        }
        framer.end()
      } catch (error) {
        if ((error as { code?: string }).code !== 'E_FRAMING') throw error
      }
    })
    assert.isBelow(longest, LONGEST_BLOCK_MS)
  })
})
