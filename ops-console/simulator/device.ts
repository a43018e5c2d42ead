import type { Faults, Incident } from './faults.ts'
import { kindOfKey, modelFor, type ModelFigures, type SimulatedKind } from './models.ts'
import { Optics } from './optics.ts'
import { between, chance } from './random.ts'
import { Site, type Way } from './site.ts'
import { activityIn, SLOT_MS } from './traffic.ts'

const DAY_MS = 86_400_000
const WRAP = 2 ** 32

/** The physics of one simulated device: everything follows from its key, the time and its faults. */
export class SimulatedDevice {
  readonly key: string
  readonly unit: string
  readonly kind: SimulatedKind
  readonly model: ModelFigures
  readonly site: Site
  readonly optics: Optics
  faults: Faults = {}
  boots = 1
  /** sysUpTime when the interfaces were last renumbered, 1/100 s. */
  interfacesChangedAt = 0
  /** How often the interfaces were renumbered. */
  renumbered = 0
  parents: SimulatedDevice[] = []
  children: SimulatedDevice[] = []
  #bootedAt: number
  #now: () => number
  #bases = new Map<string, bigint>()
  #startsAt: bigint | null = null
  #errors = { at: 0, count: 0 }

  constructor(key: string, model: string | null, now: () => number = Date.now, site?: Site) {
    this.key = key
    this.unit = key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : key
    this.kind = kindOfKey(key)
    this.model = modelFor(this.kind, model)
    this.site = site ?? new Site(this.unit, now)
    this.optics = new Optics(this, now)
    this.#now = now
    this.#bootedAt = now() - between(3, 180, key, 'boot') * DAY_MS
    this.#errors.at = now()
  }

  get acceptedRxDbm() {
    return this.site.acceptedRxDbm
  }

  /** dBm, with a tenth of noise. */
  get rxDbm() {
    return this.optics.rxDbm
  }

  get name() {
    return `${this.kind === 'edge' ? 'fw' : this.kind}-${this.unit}`
  }

  /** sysUpTime, 1/100 s; beyond 2^32 it wraps on the wire. */
  get uptime() {
    return Math.floor((this.#now() - this.#bootedAt) / 10)
  }

  /** True time, apart from the fault `clockSkewS`; the field's own hour may be shifted. */
  get clock() {
    return new Date(Date.now() + (this.faults.clockSkewS ?? 0) * 1000)
  }

  get serial() {
    const digits = String(Math.floor(chance(this.key, 'serial') * 1e5)).padStart(5, '0')
    return this.model.family === 'panos' ? `0128010${digits}` : `HE${digits}${digits.slice(1)}`
  }

  /** Locally administered address, the same on every run. */
  get mac(): Buffer {
    const number = Math.floor(chance(this.key, 'mac') * WRAP)
    return Buffer.from([0x02, 0x5a, number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255])
  }

  get activity() {
    return activityIn(this.unit, this.tick)
  }

  get sessions() {
    const { sessionsMax } = this.model
    if (this.faults.manySessions) return Math.floor(sessionsMax * between(0.84, 0.9, this.key, this.tick))
    return Math.floor(40 + this.activity * between(600, 3200, this.key, 'sessions'))
  }

  get cpuData() {
    if (this.faults.highCpu) return Math.round(between(86, 97, this.key, this.tick))
    return Math.round(2 + this.activity * between(8, 26, this.key, 'cpu') + chance(this.key, this.tick) * 4)
  }

  get cpuMgmt() {
    return Math.round(between(9, 22, this.key, 'mgmt') + chance(this.key, 'mgmt', this.tick) * 14)
  }

  /** Degrees Celsius, warmer under load. */
  get temperature() {
    return Math.round(between(34, 44, this.key, 'warm') + this.activity * 5)
  }

  /** Percent of memory in use. */
  get memoryUse() {
    return between(38, 58, this.key, 'memory') + this.activity * 6
  }

  get tick() {
    return Math.floor(this.#now() / SLOT_MS)
  }

  /** Whether a question can get here: power, fibre and every device before it. Every protocol's server asks this. */
  get reachable(): boolean {
    const { stopped, powerOff, linkDown, flapping } = this.faults
    if (stopped || powerOff || linkDown) return false
    if (flapping && (this.#now() / 1000) % flapping >= flapping / 2) return false
    return this.parents.length === 0 || this.parents.some((parent) => parent.reachable)
  }

  /** Whether traffic passes; a flapping device is taken as passing. */
  get passes(): boolean {
    const { stopped, powerOff, linkDown, uplinkDown } = this.faults
    if (stopped || powerOff || linkDown || uplinkDown) return false
    return this.parents.length === 0 || this.parents.some((parent) => parent.passes)
  }

  /** Percent of datagrams lost on the way here. */
  get loss(): number {
    const above = this.parents.length ? Math.min(...this.parents.map((parent) => parent.lossBehind)) : 0
    return Math.max(this.faults.dropPercent ?? 0, this.lossBehind, above)
  }

  /** Loss that everything behind this device suffers too. */
  get lossBehind(): number {
    const above = this.parents.length ? Math.min(...this.parents.map((parent) => parent.lossBehind)) : 0
    return Math.max(this.faults.brownOut ?? 0, above)
  }

  /** Bits per second in a slot. */
  rate(way: Way, slot: number) {
    return this.site.rate(way, slot)
  }

  /** Octets that went over the uplink, consistent with `rate`. */
  octets(way: Way) {
    return this.counter(`uplink ${way}`, this.site.octets(way))
  }

  /** What a counter shows: it started anew when the device or its counters did. */
  counter(name: string, raw: bigint): bigint {
    const huge = this.faults.hugeCounters ? 2n ** 63n : 0n
    if (this.#startsAt === null) return raw + huge
    const base = this.#bases.get(name) ?? raw - this.#startsAt
    this.#bases.set(name, base)
    return raw - base + huge
  }

  /** Damaged frames on the uplink: many in a brown-out or with weak light, hardly any otherwise. */
  get inErrors() {
    const weak = this.site.acceptedRxDbm - this.optics.rxDbm - 4
    const perSecond = this.lossBehind ? this.lossBehind : weak > 0 ? weak * 3 : 0.0002
    this.#errors.count += ((this.#now() - this.#errors.at) / 1000) * perSecond
    this.#errors.at = this.#now()
    return BigInt(Math.floor(this.#errors.count))
  }

  happen(incident: Incident) {
    if (incident === 'renumber') this.#renumber()
    else if (incident === 'engine_boots_jump') this.boots += 5
    else if (incident === 'uptime_wrap') this.#bootedAt = this.#now() - (WRAP - 2000) * 10
    else this.#restartCounters(incident === 'wrap32' ? WRAP - 2e6 : 0)
    if (incident !== 'reboot') return
    this.#bootedAt = this.#now()
    this.interfacesChangedAt = 0
    this.boots++
  }

  #renumber() {
    this.renumbered++
    this.interfacesChangedAt = this.uptime
  }

  #restartCounters(from: number) {
    this.#bases.clear()
    this.#startsAt = BigInt(from)
    for (const way of ['in', 'out'] as const) this.octets(way)
    this.#errors = { at: this.#now(), count: 0 }
  }
}
