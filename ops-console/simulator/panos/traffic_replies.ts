import { releaseOf } from './system_replies.ts'
import { fault, type PanosSubject } from './subject.ts'
import { elements, success } from './xml_text.ts'

export function sessions(subject: PanosSubject): string {
  const { sessions: active } = subject
  const [udp, icmp] = [Math.floor(active * 0.28), Math.floor(active * 0.01)]
  return success(
    elements({
      'num-max': subject.model.sessionsMax,
      'num-active': active,
      'num-tcp': active - udp - icmp,
      'num-udp': udp,
      'num-icmp': icmp,
      cps: Math.round(active / 60),
      pps: active * 3,
      kbps: active * 21,
    })
  )
}

/** Core 0 hands out packets and shows 0; the newest value is the first. */
export function load(subject: PanosSubject): string {
  const line = (value: number) => Array.from({ length: 5 }, (_, i) => Math.max(0, value - i)).join(',')
  const core = (id: number, value: number) =>
    `<entry><coreid>${id}</coreid><value>${line(value)}</value></entry>`
  const cores = core(0, 0) + [1, 2, 3].map((id) => core(id, subject.cpuData)).join('')
  const use = Math.round((subject.sessions / subject.model.sessionsMax) * 100)
  const shares = { session: use, 'packet buffer': 1, 'packet descriptor': 0, 'sw tags descriptor': 0 }
  const buffers = Object.entries(shares).map(
    ([name, value]) => `<entry>${elements({ name, value: line(value) })}</entry>`
  )
  return success(
    `<resource-monitor><data-processors><dp0><minute><cpu-load-average>${cores}</cpu-load-average>` +
      `<cpu-load-maximum>${cores}</cpu-load-maximum><resource-utilization>${buffers.join('')}</resource-utilization>` +
      `</minute></dp0></data-processors></resource-monitor>`
  )
}

const ZONES = ['untrust', 'szkola', 'wifi']
/** Of the uplink's octets; what enters by the uplink leaves by the other two. */
const SHARES = [1000n, 600n, 400n]

const ports = (subject: PanosSubject) =>
  Array.from({ length: subject.model.ports }, (_, i) => ({
    i,
    name: `ethernet1/${i + 1}`,
    up: isUp(subject, i),
  }))

const isUp = (subject: PanosSubject, i: number) =>
  i < ZONES.length && !(i === 0 && fault(subject, 'uplinkDown'))

export function interfaces(subject: PanosSubject): string {
  const unknown = releaseOf(subject) < 10 ? '[n/a]' : 'ukn'
  const hw = ports(subject).map(({ i, name, up }) => {
    const [speed, duplex, state] = up ? ['1000', 'full', 'up'] : [unknown, unknown, 'down']
    const mac = `b4:0c:25:00:00:${(16 + i).toString(16)}`
    return `<entry>${elements({ name, duplex, type: '0', state, st: `${speed}/${duplex}/${state}`, mac, mode: '(autoneg)', speed, id: 16 + i })}</entry>`
  })
  const ifnet = ZONES.map(
    (zone, i) =>
      `<entry>${elements({ name: `ethernet1/${i + 1}`, zone, fwd: 'vr:default', vsys: 1, addr: '', ip: `10.${i}.0.1/24`, id: 16 + i, tag: 0 })}</entry>`
  )
  return success(`<ifnet>${ifnet.join('')}</ifnet><hw>${hw.join('')}</hw>`)
}

/** Releases from 9 on put the logical interfaces into a second `ifnet`. */
export function counters(subject: PanosSubject): string {
  const of = (i: number, way: 'in' | 'out') => {
    const source = i === 0 ? way : way === 'in' ? 'out' : 'in'
    return i < SHARES.length ? ((subject.octets(source) * SHARES[i]) / 1000n).toString() : '0'
  }
  const hw = ports(subject).map(({ i, name }) => {
    const octets = elements({
      'rx-bytes': of(i, 'in'),
      'tx-bytes': of(i, 'out'),
      'rx-error': 0,
      'rx-discards': 0,
    })
    return `<entry><port>${octets}</port>${elements({ name, ierrors: 0, idrops: 0 })}</entry>`
  })
  const ifnet = ZONES.map(
    (_, i) =>
      `<entry>${elements({ name: `ethernet1/${i + 1}`, ibytes: of(i, 'in'), obytes: of(i, 'out'), ierrors: 0, idrops: 0 })}</entry>`
  ).join('')
  const nested = releaseOf(subject) < 9 ? ifnet : `<ifnet>${ifnet}</ifnet>`
  return success(`<ifnet>${nested}</ifnet><hw>${hw.join('')}</hw>`)
}

export function environment(subject: PanosSubject): string {
  const warm = subject.temperature ?? 41
  const thermal = (description: string, degrees: number) =>
    `<entry>${elements({ slot: 1, description, min: '5.0', max: '85.0', alarm: 'False', DegreesC: degrees.toFixed(1) })}</entry>`
  const supply = `<entry>${elements({ slot: 1, description: 'Power Supply #1 (left)', alarm: 'False', Inserted: 'True' })}</entry>`
  return success(
    `<thermal><Slot1>${thermal('Temperature @ Ocelot [U48]', warm)}${thermal('Temperature @ Cavium [U51]', warm - 3)}</Slot1></thermal>` +
      `<fan><Slot1><entry>${elements({ slot: 1, description: 'Fan #1 RPM', alarm: 'False', RPMs: 3500, min: 1000 })}</entry></Slot1></fan>` +
      `<power-supply><Slot1>${supply}</Slot1></power-supply>`
  )
}
