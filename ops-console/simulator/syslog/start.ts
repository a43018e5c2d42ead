import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { chance } from '../random.ts'
import { encodeTrap, linkTrap, panTrap } from '../traps/trap.ts'
import { Speaker, type SpeakingDevice } from './speaker.ts'
import { Transport, type IngestPorts } from './transport.ts'

const [TICK_MS, PORTS_EVERY] = [250, 20]
/** Messages a second and firewall in the middle of a school day. */
const USUAL_RATE = 0.06
const QUIET = 0.15
const LARGEST_BURST = 5000
const BEHIND = ['stopped', 'linkDown', 'powerOff']
/** The collector first learns the serial number of a device that it meets for the first time. */
const SILENT_AT_FIRST_MS = 30_000
/** Nobody in the inventory has it. */
const STRANGER = '127.91.250.250'

export interface Speaking {
  device: SpeakingDevice
  host: string
}

interface Options {
  /** Firewalls of the field as they are now. */
  devices: () => Speaking[]
  community: string
  simulatorMap: string
  now?: () => number
  /** Multiplies the usual rate; 0: only bursts and what faults cause. */
  rate?: number
  /** Nothing is sent for so long after the start. */
  silentMs?: number
}

/**
 * Has the firewalls of the field send syslog and traps to the ingest of this machine: a low, steady rate, more by day,
 * and whatever faults call for (`syslog.burst`, `trap.burst`, `syslog.badUtf8`, `syslog.noYear`, `syslog.splitFrames`,
 * `syslog.unknownSource`, `syslog.unknownSerial`, `syslog.clockSkewS`, `trap.wrongCommunity`).
 */
export function startMessages({ devices, community, simulatorMap, ...options }: Options) {
  const { now = Date.now, rate = 1, silentMs = SILENT_AT_FIRST_MS } = options
  const from = performance.now() + silentMs
  const senders = new Map<string, Sender>()
  let ports: IngestPorts = {}
  let ticks = 0

  async function readPorts() {
    const text = await readFile(join(dirname(simulatorMap), 'ingest.json'), 'utf8').catch(() => '{}')
    ports = JSON.parse(text) as IngestPorts
  }

  function tick() {
    if (ticks++ % PORTS_EVERY === 0) void readPorts().catch(() => {})
    if (!Object.keys(ports).length || performance.now() < from) return
    for (const { device, host } of devices()) {
      let sender = senders.get(device.key)
      if (!sender) senders.set(device.key, (sender = new Sender(device, host, community, now)))
      sender.tick(ports, rate)
    }
  }

  const timer = setInterval(tick, TICK_MS)
  return {
    stop() {
      clearInterval(timer)
      for (const sender of senders.values()) sender.close()
    },
  }
}

/** Everything one firewall sends. */
class Sender {
  readonly #speaker: Speaker
  readonly #transport: Transport
  readonly #stranger = new Transport('udp', STRANGER)
  readonly #community: string
  readonly #now: () => number
  #due = 0
  #linkWasDown = false

  constructor(device: SpeakingDevice, host: string, community: string, now: () => number) {
    this.#speaker = new Speaker(device, now)
    this.#community = community
    this.#now = now
    const way = chance(device.key, 'way')
    this.#transport = new Transport(way < 0.6 ? 'udp' : way < 0.85 ? 'tcp' : 'tls', host)
    this.#due = chance(device.key, 'due')
  }

  tick(ports: IngestPorts, rate: number) {
    const { device } = this.#speaker
    if (BEHIND.some((fault) => device.faults[fault])) return
    this.#due += Math.max(QUIET, device.activity) * USUAL_RATE * rate * (TICK_MS / 1000)
    for (; this.#due >= 1; this.#due--) this.#say(ports)
    this.#burst(ports)
    this.#link(ports)
  }

  #say(ports: IngestPorts) {
    const { faults } = this.#speaker.device
    const split = faults['syslog.splitFrames'] ? 7 : 0
    const through = faults['syslog.unknownSource'] ? this.#stranger : this.#transport
    if (faults['syslog.badUtf8'])
      return through.syslog(ports, this.#speaker.plain(Buffer.from([0x5a, 0xb3, 0xff, 0xc0, 0x79])), split)
    if (faults['syslog.noYear']) return through.syslog(ports, this.#speaker.plain('switch: port 7 up'), split)
    through.syslog(ports, Buffer.from(this.#speaker.next()), split)
    if (chance(this.#speaker.device.key, 'trap', this.#now()) < 0.03) this.#trap(ports)
  }

  #burst(ports: IngestPorts) {
    const { faults } = this.#speaker.device
    const many = (fault: string) => {
      const asked = faults[fault]
      if (!asked) return 0
      return Math.min(LARGEST_BURST, asked === true ? LARGEST_BURST : asked) * (TICK_MS / 1000)
    }
    for (let left = many('syslog.burst'); left >= 1; left--) this.#say(ports)
    for (let left = many('trap.burst'); left >= 1; left--) this.#trap(ports)
  }

  /** A port that went down is told both ways, at once. */
  #link(ports: IngestPorts) {
    const down = Boolean(this.#speaker.device.faults.uplinkDown)
    if (down === this.#linkWasDown) return
    this.#linkWasDown = down
    this.#transport.syslog(ports, Buffer.from(this.#speaker.linkChange(!down)))
    this.#send(ports, linkTrap(!down, 2, 'ethernet1/1', this.#uptime))
  }

  #trap(ports: IngestPorts) {
    const { serial, key, model } = this.#speaker.device
    this.#send(
      ports,
      panTrap({
        ...{ serial, at: new Date(this.#now()), number: 1, severity: 2, eventId: 'general' },
        description: `Scheduled job finished on ${key.split('/')[0]}`,
        layout: model.name === 'PA-220' ? 'old' : 'new',
      })
    )
  }

  #send(ports: IngestPorts, trap: Parameters<typeof encodeTrap>[1]) {
    if (ports.trap === undefined) return
    const community = this.#speaker.device.faults['trap.wrongCommunity'] ? 'public' : this.#community
    this.#transport.datagram(ports.trap, encodeTrap(community, trap))
  }

  get #uptime() {
    return Math.floor(this.#now() / 10) % 2 ** 31
  }

  close() {
    this.#transport.close()
    this.#stranger.close()
  }
}
