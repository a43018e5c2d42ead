// Sends messages at a steady rate and prints how many: node … ingest_sender.ts UDP TRAP RATE SECONDS SENDERS
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Speaker } from '../ops-console/simulator/syslog/speaker.ts'
import { encodeTrap, panTrap } from '../ops-console/simulator/traps/trap.ts'

const [udp, trap, rate, seconds, senders] = process.argv.slice(2).map(Number) as [
  number,
  number,
  number,
  number,
  number,
]
const TICK_MS = 5

const devices = await Promise.all(
  Array.from({ length: senders }, async (_, i) => {
    const socket = createSocket('udp4').bind(0, `127.91.240.${i + 1}`)
    await once(socket, 'listening')
    const serial = `0128019${String(i).padStart(5, '0')}`
    const device = {
      key: `bench-${i}/edge`,
      serial,
      model: { name: i % 2 ? 'PA-220' : 'PA-440' },
      activity: 1,
      faults: {},
    }
    const said = {
      serial,
      at: new Date(),
      number: 1,
      severity: 3,
      eventId: 'general',
      description: 'Job finished',
    }
    const layout = i % 2 ? ('old' as const) : ('new' as const)
    return {
      socket,
      speaker: new Speaker(device),
      trap: encodeTrap('symulator', panTrap({ ...said, layout })),
    }
  })
)

/** Written beforehand, so that the sender costs little while it is measured. */
const lines = devices.map(({ speaker }) => Array.from({ length: 200 }, () => Buffer.from(speaker.next())))
let sent = 0
const began = performance.now()
while (performance.now() - began < seconds * 1000) {
  const due = Math.min(rate * seconds, ((performance.now() - began) / 1000) * rate)
  for (; sent < due; sent++) {
    const at = sent % senders
    const { socket, trap: bytes } = devices[at]!
    const turn = Math.floor(sent / senders)
    if (turn % 2) socket.send(bytes, trap, '127.0.0.1')
    else socket.send(lines[at]![(turn >> 1) % 200]!, udp, '127.0.0.1')
  }
  await wait(TICK_MS)
}
console.log(sent)
await wait(200)
process.exit(0)
