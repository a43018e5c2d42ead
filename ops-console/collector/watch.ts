import { isBlind } from '#ops/health/blindness'
import type { MetricValues } from '#ops/health/metrics'
import { isCutOff } from '#ops/health/dependencies'
import type { DeviceState } from '#ops/health/device_state'
import type { Figures } from '#ops/health/figures'
import { reconsider, step } from '#ops/health/pipeline'
import type { InterfaceRate } from '#ops/health/rates'
import { fresh, RULES, type DeviceMemory, type PollResult, type Surroundings } from '#ops/health/states'
import type { Learnt } from '#ops/probes/snmp/discovery'
import type { Standing } from '#ops/scheduler/pace'
import { Agent, type AgentTiming } from './agent.ts'
import type { RosterEntry } from './roster.ts'
import { extendSpark } from './spark.ts'

export interface WatchedDevice {
  entry: RosterEntry
  agent: Agent
  memory: DeviceMemory
  figures: Partial<Figures>
  interfaces: InterfaceRate[]
  spark: (number | null)[]
}

export interface Change {
  device: WatchedDevice
  was: DeviceMemory
  /** Null when no poll took place. */
  polled: { at: Date; figures: Figures | null; values: MetricValues | null } | null
}

/** All devices of the collector and how one poll changes them. Knows neither database nor timers. */
export class Watch {
  #devices = new Map<string, WatchedDevice>()
  #timing: AgentTiming
  #onChange: (change: Change) => void

  constructor(timing: AgentTiming, onChange: (change: Change) => void) {
    this.#timing = timing
    this.#onChange = onChange
  }

  get blind() {
    return isBlind(
      this.#all().map(({ memory, entry }) => ({
        knownOut: entry.disabled || memory.state === 'DOWN' || memory.state === 'UNREACHABLE',
        failing: memory.failures > 0,
      }))
    )
  }

  get counts() {
    const polled = this.#all().filter((device) => !device.entry.disabled)
    return { devices: polled.length, notAnswering: polled.filter((one) => one.memory.failures > 0).length }
  }

  /** Devices that are to be polled. */
  get polled(): string[] {
    return this.#all()
      .filter((device) => !device.entry.disabled)
      .map((device) => device.entry.id)
  }

  /** Takes the inventory over; `kept` are states of an earlier run. */
  takeRoster(roster: readonly RosterEntry[], kept: ReadonlyMap<string, DeviceState>, now: number) {
    const present = new Set(roster.map((entry) => entry.id))
    for (const id of this.#devices.keys()) if (!present.has(id)) this.#drop(id)
    for (const entry of roster) this.#take(entry, kept.get(entry.id), now)
  }

  async turn(id: string, signal: AbortSignal): Promise<Standing> {
    const device = this.#devices.get(id)
    if (!device) return { failures: 0, recovering: false }
    const { result, measured } = await device.agent.ask(signal)
    if (this.#devices.get(id) !== device) return { failures: 0, recovering: false }
    const figures = measured?.figures ?? null
    if (measured) Object.assign(device, { figures: measured.figures, interfaces: measured.interfaces })
    else device.figures = { ...device.figures, inBps: null, outBps: null, latencyMs: null }
    device.spark = extendSpark(device.spark, figures)
    this.#apply(device, result, figures, measured?.values ?? null)
    return this.#standing(device)
  }

  parentsOf(id: string): readonly string[] {
    return this.#devices.get(id)?.entry.parents ?? []
  }

  close() {
    for (const id of [...this.#devices.keys()]) this.#drop(id)
  }

  #apply(device: WatchedDevice, result: PollResult, figures: Figures | null, values: MetricValues | null) {
    const was = device.memory
    const at = new Date()
    device.memory = step(was, result, this.#around(device), at.getTime())
    this.#onChange({ device, was, polled: result.kind === 'not_measured' ? null : { at, figures, values } })
    if (was.state === device.memory.state) return
    for (const child of this.#all()) {
      if (child.entry.parents.includes(device.entry.id)) this.#reconsider(child, at.getTime())
    }
  }

  #take(entry: RosterEntry, kept: DeviceState | undefined, now: number) {
    const known = this.#devices.get(entry.id)
    const same = known && JSON.stringify(known.entry.target) === JSON.stringify(entry.target)
    const device: WatchedDevice = known ?? {
      entry,
      agent: new Agent(entry, this.#timing),
      memory: { ...fresh(now), ...kept?.memory },
      figures: kept?.figures ?? {},
      interfaces: kept?.interfaces ?? [],
      spark: kept?.spark ?? [],
    }
    if (known && !same) {
      known.agent.close()
      known.agent = new Agent(entry, this.#timing)
    }
    if (kept?.learnt && 'interfaces' in kept.learnt) device.agent.learnt ??= kept.learnt as unknown as Learnt
    device.entry = entry
    this.#devices.set(entry.id, device)
    if (!known && !kept) this.#onChange({ device, was: device.memory, polled: null })
    this.#reconsider(device, now)
  }

  #reconsider(device: WatchedDevice, now: number) {
    const was = device.memory
    device.memory = reconsider(was, this.#around(device), now)
    if (was !== device.memory && was.state !== device.memory.state) {
      this.#onChange({ device, was, polled: null })
    }
  }

  #around({ entry }: WatchedDevice): Surroundings {
    const parents = new Map(this.#all().map((device) => [device.entry.id, device.entry.parents]))
    const parentsDown = isCutOff(entry.id, parents, (id) => this.#devices.get(id)?.memory.state)
    return { disabled: entry.disabled, maintenance: entry.maintenance, blind: this.blind, parentsDown }
  }

  #standing({ memory }: WatchedDevice): Standing {
    const recovering =
      memory.goods > 0 && memory.goods < RULES.goodsToUp && memory.fact?.code === 'recovering'
    return { failures: memory.failures, recovering }
  }

  #drop(id: string) {
    this.#devices.get(id)?.agent.close()
    this.#devices.delete(id)
  }

  #all() {
    return [...this.#devices.values()]
  }
}
