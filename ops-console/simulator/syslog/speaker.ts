import { chance } from '../random.ts'
import { system, threat, traffic } from './panos_lines.ts'

/** A simulated firewall as far as its messages go. */
export interface SpeakingDevice {
  key: string
  serial: string
  model: { name: string }
  activity: number
  faults: Record<string, boolean | number | undefined>
}

const SITES = [
  'szkola.example.org',
  'encyklopedia.example.com',
  'filmy.example.net',
  'gry.example.net',
  'poczta.example.org',
]
const APPS = ['ssl', 'web-browsing', 'dns', 'google-base', 'youtube', 'ms-teams']
const THREATS = [
  {
    subtype: 'url',
    threat: '(9999)',
    severity: 'informational',
    url: 'reklamy.example.net/baner?x=1,2',
    action: 'block-url',
  },
  {
    subtype: 'url',
    threat: '(9999)',
    severity: 'informational',
    url: 'hazard.example.com/',
    action: 'block-url',
  },
  {
    subtype: 'spyware',
    threat: 'Generic.DNS.Tunnel(109001001)',
    severity: 'medium',
    url: 'abc123.tunel.example.net',
    action: 'sinkhole',
  },
  {
    subtype: 'virus',
    threat: 'Eicar Test File(100000)',
    severity: 'high',
    url: 'pliki.example.org/eicar.com',
    action: 'reset-both',
  },
  {
    subtype: 'vulnerability',
    threat: 'HTTP Directory Traversal(30844)',
    severity: 'low',
    url: 'index.php',
    action: 'alert',
  },
]
const SYSTEMS = [
  {
    eventId: 'general',
    severity: 'informational',
    description: 'Content update job succeeded, version 8912-9070',
  },
  {
    eventId: 'connect-ldap-server',
    severity: 'informational',
    description: 'Connected to directory server 10.0.0.5',
  },
  {
    eventId: 'auth-fail',
    severity: 'medium',
    description: `failed authentication for user 'admin.szkola'. Reason: Invalid username/password.`,
  },
  { eventId: 'ntpd', severity: 'low', description: 'NTP sync to server ntp.example.org' },
]

/** Writes the logs of one firewall, believable by day and by fault; sequence numbers go up by one. */
export class Speaker {
  readonly device: SpeakingDevice
  readonly name: string
  #said = 0
  #seqnos: Record<string, bigint> = {}
  readonly #now: () => number

  constructor(device: SpeakingDevice, now: () => number = Date.now) {
    this.device = device
    this.#now = now
    this.name = `fw-${device.key.split('/')[0]}`
  }

  /** One message with its RFC 3164 header, of a kind that turn has. */
  next(): string {
    const turn = chance(this.device.key, 'kind', this.#said++)
    if (turn < 0.62) return this.#message(14, this.#traffic())
    if (turn < 0.82) return this.#message(12, this.#threat())
    return this.#message(14, this.system(this.#pick(SYSTEMS)))
  }

  /** A line of the switch in the same cabinet, which tells no serial number and no year. */
  plain(text: string | Buffer): Buffer {
    return Buffer.concat([Buffer.from(`<13>${this.#bsdTime()} ${this.name} `), Buffer.from(text)])
  }

  linkChange(up: boolean): string {
    const description = `Port ethernet1/1: ${up ? 'Up 1Gb/s-full duplex' : 'Down 1Gb/s-full duplex'}`
    return this.#message(
      12,
      this.system({ eventId: 'link-change', severity: up ? 'informational' : 'high', description })
    )
  }

  system(said: { eventId: string; severity: string; description: string }) {
    return system({ ...this.#line('SYSTEM'), ...said })
  }

  #traffic() {
    const app = this.#pick(APPS)
    return traffic({
      ...this.#line('TRAFFIC'),
      ...{ user: this.#user(), src: this.#workstation(), dst: this.#server(), app },
      ...{
        dstPort: app === 'dns' ? 53 : 443,
        bytes: Math.floor(800 + chance(this.#said, 'bytes') ** 4 * 4e7),
      },
    })
  }

  #threat() {
    return threat({
      ...this.#line('THREAT'),
      ...this.#pick(THREATS),
      user: this.#user(),
      src: this.#workstation(),
      dst: this.#server(),
    })
  }

  #line(type: string) {
    const { serial, model, key } = this.device
    const first = BigInt(Math.floor(chance(key, type) * 1e9))
    const seqno = (this.#seqnos[type] = (this.#seqnos[type] ?? first) + 1n)
    const layout = model.name === 'PA-220' ? ('8.1' as const) : ('11.1' as const)
    const unknown = this.device.faults['syslog.unknownSerial']
    return { serial: unknown ? '099900000001' : serial, name: this.name, at: this.#time, layout, seqno }
  }

  get #time() {
    const skew = Number(this.device.faults.clockSkewS ?? this.device.faults['syslog.clockSkewS'] ?? 0)
    return new Date(this.#now() + (skew === 1 ? 300 : skew) * 1000)
  }

  #message(priority: number, body: string) {
    return `<${priority}>${this.#bsdTime()} ${this.name} ${body}`
  }

  #bsdTime() {
    const parts = Object.fromEntries(BSD.formatToParts(this.#time).map(({ type, value }) => [type, value]))
    return `${parts.month} ${parts.day!.padStart(2, ' ')} ${parts.hour}:${parts.minute}:${parts.second}`
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(chance(this.device.key, this.#said, 'pick') * list.length)]!
  }

  #user() {
    const number = Math.floor(chance(this.device.key, this.#said, 'user') * 30) + 1
    const grade = 1 + Math.floor(chance(this.#said, 'grade') * 8)
    return chance(this.#said, 'nobody') < 0.3
      ? ''
      : `szkola\\uczen.${grade}a.${String(number).padStart(2, '0')}`
  }

  #workstation() {
    return `10.${20 + Math.floor(chance(this.device.key, 'net') * 100)}.3.${10 + Math.floor(chance(this.#said, 'host') * 200)}`
  }

  #server() {
    return `198.51.100.${1 + Math.floor(chance(this.#said, 'server') * SITES.length * 40)}`
  }
}

const BSD = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: 'Europe/Warsaw', month: 'short', day: 'numeric', hourCycle: 'h23' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
})
