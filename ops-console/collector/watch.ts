import { Tally } from '#ops/health/blindness'
import { causesAbove, isOut, wayTo, withoutRings, type Look } from '#ops/health/dependencies'
import { driftOf } from '#ops/health/drift'
import type { DeviceState } from '#ops/health/device_state'
import type { MetricValues } from '#ops/health/metrics'
import { feed, reconsider, starve, step, stepSecondary } from '#ops/health/pipeline'
import { RuleSet } from '#ops/health/rule_set'
import { RULES, type DeviceMemory, type EntityState, type Surroundings } from '#ops/health/states'
import type { ProbeAnswer, ProbeKind } from '#ops/probes/probe'
import type { Standing } from '#ops/scheduler/pace'
import { openProbes, type OpenProbe, type ProbeFactory, type ProbeTiming } from './open_probes.ts'
import { askProbe, NOT_MEASURED, type Outcome } from './outcome.ts'
import type { RosterEntry } from './roster.ts'
import { extendSpark } from './spark.ts'
import { loseRates, loseValues, takeValues, watchedDevice, type WatchedDevice } from './watched_device.ts'

export type { WatchedDevice } from './watched_device.ts'

/** How long a verdict waits for an answer from above, milliseconds. */
export const HOLD_MS = 60_000
/** Wrong credentials are tried again after this long; sooner might lock an account. */
const LOCKED_MS = 900_000
/** An entity that is not asked itself and was not spoken of for so long is unknown. */
const SILENT_SOURCE_MS = 600_000

export interface Change {
  device: WatchedDevice
  was: DeviceMemory
  /** Null when no poll took place; `values` null: it did not answer. */
  polled: { at: Date; values: MetricValues | null } | null
}

/** An entity of another collector on which some of ours hang. */
export interface ForeignParent {
  state: EntityState
  failing: boolean
  lastAnswerAt: number | null
}

export interface WatchOptions extends ProbeTiming {
  /** Told of entities that should be asked at once. */
  hurry?: (id: string) => void
  probes?: readonly ProbeFactory[]
}

const CALM: Standing = { failures: 0, recovering: false }

/**
 * All devices of the collector and how one poll changes them. Knows neither database nor timers. What a poll costs
 * does not depend on the number of devices; only a change of state goes on to what hangs on the device.
 */
export class Watch {
  #devices = new Map<string, WatchedDevice>()
  #children = new Map<string, string[]>()
  #parents = new Map<string, string[]>()
  #foreign: ReadonlyMap<string, ForeignParent> = new Map()
  /** Children whose verdict waits for an answer of a parent, by the parent. */
  #waiting = new Map<string, Set<string>>()
  #maintained: ReadonlySet<string> = new Set()
  #rules = new RuleSet()
  #tally = new Tally()
  #failing = new Set<string>()
  #asked = 0
  #options: WatchOptions
  #onChange: (change: Change) => void

  constructor(options: WatchOptions, onChange: (change: Change) => void) {
    this.#options = options
    this.#onChange = onChange
  }

  get blind() {
    return this.#tally.blind
  }

  get counts() {
    return { devices: this.#asked, notAnswering: this.#failing.size }
  }

  /** Devices that are to be polled. */
  get polled(): string[] {
    return [...this.#devices.values()].filter((device) => isAsked(device.entry)).map(({ entry }) => entry.id)
  }

  /** Secondary probes that are to be asked, each with its own rhythm. */
  get secondary(): { id: string; kind: ProbeKind; gathers?: boolean }[] {
    return [...this.#devices.values()]
      .filter(({ entry }) => isAsked(entry))
      .flatMap(({ entry, probes }) =>
        probes.slice(1).map(({ factory }) => ({
          id: entry.id,
          kind: factory.kind,
          gathers: factory.gathers,
        }))
      )
  }

  /** Parents that another collector asks. */
  get parentsElsewhere(): string[] {
    const found = new Set<string>()
    for (const above of this.#parents.values())
      for (const id of above) if (!this.#devices.has(id)) found.add(id)
    return [...found]
  }

  /** The rhythm of an entity's decisive probe, where it has one of its own. */
  factoryOf(id: string, kind?: ProbeKind): ProbeFactory | undefined {
    const probes = this.#devices.get(id)?.probes
    return (kind ? probes?.find(({ factory }) => factory.kind === kind) : probes?.[0])?.factory
  }

  state(id: string): EntityState | undefined {
    return this.#devices.get(id)?.memory.state ?? this.#foreign.get(id)?.state
  }

  device(id: string): WatchedDevice | undefined {
    return this.#devices.get(id)
  }

  parentsOf(id: string): readonly string[] {
    return this.#parents.get(id) ?? []
  }

  /** Takes the inventory over; `kept` are states of an earlier run. */
  takeRoster(roster: readonly RosterEntry[], kept: ReadonlyMap<string, DeviceState>, now: number) {
    const present = new Set(roster.map((entry) => entry.id))
    for (const id of this.#devices.keys()) if (!present.has(id)) this.#drop(id)
    this.#takeParents(roster)
    const added = roster.filter((entry) => this.#takeEntry(entry, kept.get(entry.id), now))
    this.#asked = roster.filter(isAsked).length
    for (const { id } of added) this.#onChange(this.#unchanged(id))
    for (const { id } of roster) this.#reconsider(id, now)
  }

  /** Limits in force from now on; they count from the next answer on. */
  takeRules(rules: RuleSet) {
    this.#rules = rules
  }

  /** Entities in agreed work now. */
  takeMaintenance(covered: ReadonlySet<string>, now: number) {
    const touched = [...covered, ...this.#maintained].filter(
      (id) => covered.has(id) !== this.#maintained.has(id)
    )
    this.#maintained = covered
    for (const id of touched) this.#reconsider(id, now)
  }

  /** What other collectors know of parents of ours. */
  takeForeign(foreign: ReadonlyMap<string, ForeignParent>, now: number) {
    const before = this.#foreign
    this.#foreign = foreign
    for (const [id, parent] of foreign) {
      const was = before.get(id)
      if (was?.state === parent.state && was.failing === parent.failing && !this.#waiting.has(id)) continue
      this.#reconsiderChildren(id, now)
    }
  }

  /** Asks the decisive probe of an entity. */
  async turn(id: string, signal: AbortSignal): Promise<Standing> {
    const device = this.#devices.get(id)
    if (!device) return CALM
    const first = device.probes.at(0)
    const outcome = first ? await askProbe(first.probe, signal) : NOT_MEASURED
    if (this.#devices.get(id) !== device) return CALM
    return this.take(id, outcome, Date.now())
  }

  /** Asks a secondary probe, unless the entity is silent anyway. */
  async secondaryTurn(id: string, kind: ProbeKind, signal: AbortSignal): Promise<Standing> {
    const device = this.#devices.get(id)
    const probe = device?.probes.find(({ factory }) => factory.kind === kind)
    if (!device || !probe || !isAnswering(device.memory)) return CALM
    const outcome = await askProbe(probe.probe, signal)
    if (this.#devices.get(id) !== device) return CALM
    return this.takeSecondary(id, kind, outcome, Date.now())
  }

  /** What the decisive probe brought. */
  take(id: string, outcome: Outcome, now: number): Standing {
    const device = this.#devices.get(id)
    if (!device) return CALM
    const { answer } = outcome
    const kind = device.probes[0]?.factory.kind ?? 'snmp'
    const result = isLocked(outcome, kind) ? { ...outcome.result, final: true } : outcome.result
    if (answer) takeValues(device, kind, answer)
    else loseRates(device, kind)
    const firstFailure = result.kind === 'failed' && device.memory.failures === 0
    // What hangs above is asked before the verdict, which may have to wait for it.
    if (firstFailure && !isOut(device.memory.state)) this.#hurryParents(id)
    const was = device.memory
    const begun = result.kind === 'failed' ? { ...was, suspectAt: firstFailure ? now : was.suspectAt } : was
    const around = this.#around(device, now, begun.suspectAt)
    device.memory = step(was, result, around, now, RULES, this.#rules.of(entityOf(device.entry)))
    if (answer && device.memory.drift) this.#takeDrift(device, answer)
    device.spark = extendSpark(device.spark, answer?.values ?? null)
    const polled =
      result.kind === 'not_measured'
        ? null
        : { at: new Date(answer?.at ?? now), values: answer?.values ?? null }
    this.#settled(device, was, now, polled)
    if (answer?.others) this.#feedAll(answer.others, new Date(answer.at), now)
    return standing(device.memory, result)
  }

  /** What a secondary probe brought. */
  takeSecondary(id: string, kind: ProbeKind, { result, answer }: Outcome, now: number): Standing {
    const device = this.#devices.get(id)
    if (!device) return CALM
    const was = device.memory
    device.memory = stepSecondary(was, kind, result, now, this.#rules.of(entityOf(device.entry)))
    const check = device.memory.checks[kind]
    if (answer) takeValues(device, kind, answer)
    else if (check.hard) loseValues(device, kind)
    this.#settled(device, was, now, answer && { at: new Date(answer.at), values: answer.values })
    if (answer?.others) this.#feedAll(answer.others, new Date(answer.at), now)
    return {
      failures: check.failures,
      recovering: false,
      ...(check.hard === 'authentication' && { waitMs: LOCKED_MS }),
    }
  }

  /** Entities that are not asked themselves and of which nobody has spoken for long become unknown. */
  sweep(now: number) {
    for (const device of this.#devices.values()) {
      if (!device.entry.passive || now - (device.memory.lastAnswerAt ?? now) < SILENT_SOURCE_MS) continue
      const was = device.memory
      device.memory = starve(was, now)
      if (device.memory === was) continue
      for (const name in device.values) device.values[name] = null
      this.#settled(device, was, now, null)
    }
  }

  close() {
    for (const id of [...this.#devices.keys()]) this.#drop(id)
  }

  #takeParents(roster: readonly RosterEntry[]) {
    this.#parents = withoutRings(new Map(roster.map((entry) => [entry.id, entry.parents])))
    this.#children = new Map()
    for (const [child, above] of this.#parents) {
      for (const id of above) {
        const known = this.#children.get(id)
        if (known) known.push(child)
        else this.#children.set(id, [child])
      }
    }
  }

  /** True when it is new and nothing was kept of it. */
  #takeEntry(entry: RosterEntry, kept: DeviceState | undefined, now: number): boolean {
    const known = this.#devices.get(entry.id)
    if (known) {
      const alike = asked(known.entry) === asked(entry)
      known.entry = entry
      if (!alike) this.#open(known, entry)
      if (!alike) this.#options.hurry?.(entry.id)
      return false
    }
    const device = watchedDevice(entry, kept, now)
    this.#devices.set(entry.id, device)
    this.#open(device, entry)
    return !kept
  }

  #open(device: WatchedDevice, entry: RosterEntry) {
    close(device.probes)
    device.probes = openProbes(entry, this.#options, device.learnt, this.#options.probes)
  }

  #takeDrift(device: WatchedDevice, answer: ProbeAnswer) {
    const drift = driftOf(device.memory.drift)
    answer.values.rxDriftDbWeek = drift
    device.values.rxDriftDbWeek = drift
  }

  #feedAll(others: ReadonlyMap<string, MetricValues>, at: Date, now: number) {
    for (const [id, values] of others) {
      const device = this.#devices.get(id)
      if (!device) continue
      const was = device.memory
      const around = { ...this.#around(device, now, null), disabled: device.entry.disabled }
      device.memory = feed(was, values, around, now, this.#rules.of(entityOf(device.entry)))
      Object.assign(device.values, values)
      this.#settled(device, was, now, { at, values })
    }
  }

  /** After a memory changed: counts, tells, and goes on to what hangs on it. */
  #settled(device: WatchedDevice, was: DeviceMemory, now: number, polled: Change['polled']) {
    const { memory, entry } = device
    this.#count(device, now)
    const changed = was.state !== memory.state
    if (memory.state === 'UNREACHABLE')
      device.cutOffBy = causesAbove(entry.id, this.#parents, (id) => this.state(id))
    else if (device.cutOffBy.length) device.cutOffBy = []
    this.#onChange({ device, was, polled })
    const suspected = (was.failures === 0) !== (memory.failures === 0)
    if (changed || suspected || this.#waiting.has(entry.id)) this.#reconsiderChildren(entry.id, now)
  }

  #reconsiderChildren(id: string, now: number) {
    this.#waiting.delete(id)
    for (const child of this.#children.get(id) ?? []) this.#reconsider(child, now)
  }

  #reconsider(id: string, now: number) {
    const device = this.#devices.get(id)
    if (!device) return
    const was = device.memory
    const memory = reconsider(was, this.#around(device, now, was.suspectAt), now)
    if (memory === was || (memory.state === was.state && memory.failures === was.failures)) {
      this.#count(device, now)
      return
    }
    device.memory = memory
    if (was.state === 'UNREACHABLE') this.#options.hurry?.(id)
    this.#settled(device, was, now, null)
  }

  #around(device: WatchedDevice, now: number, suspectAt: number | null): Surroundings {
    const { entry, memory } = device
    const silent = suspectAt !== null || isOut(memory.state)
    const way = silent ? this.#way(entry.id, suspectAt, now) : 'open'
    const unfed = entry.passive === true && memory.lastAnswerAt === null
    return {
      disabled: entry.disabled || unfed,
      maintenance: entry.maintenance || this.#maintained.has(entry.id),
      blind: this.blind,
      parentsDown: way === 'closed',
      undecided: way === 'undecided',
    }
  }

  #way(id: string, suspectAt: number | null, now: number) {
    const mayWait = suspectAt !== null && now - suspectAt < HOLD_MS
    const way = wayTo(id, this.#parents, (parent) => this.#look(parent, suspectAt, mayWait))
    if (way === 'undecided') for (const parent of this.parentsOf(id)) this.#wait(parent, id)
    return way
  }

  #wait(parent: string, child: string) {
    const children = this.#waiting.get(parent)
    if (children) children.add(child)
    else this.#waiting.set(parent, new Set([child]))
  }

  #look(parent: string, suspectAt: number | null, mayWait: boolean): Look {
    const own = this.#devices.get(parent)
    const seen = own ? foreignView(own.memory) : this.#foreign.get(parent)
    if (!seen) return 'unknown'
    if (isOut(seen.state)) return 'closed'
    if (own && (!isAsked(own.entry) || !own.probes.length)) return 'unknown'
    if (!seen.failing && suspectAt !== null && (seen.lastAnswerAt ?? 0) >= suspectAt) return 'open'
    if (!seen.failing && suspectAt === null && isWorking(seen.state)) return 'open'
    return mayWait ? 'waiting' : 'unknown'
  }

  #count(device: WatchedDevice, now: number) {
    const { entry, memory } = device
    if (memory.failures > 0) this.#failing.add(entry.id)
    else this.#failing.delete(entry.id)
    this.#tally.set(entry.id, this.#standingOf(device, now))
  }

  #standingOf({ entry, memory }: WatchedDevice, now: number) {
    if (!isAsked(entry) || isOut(memory.state) || memory.state === 'DISABLED') return 'apart'
    if (memory.failures === 0) return 'fine'
    return this.#way(entry.id, memory.suspectAt, now) === 'open' ? 'failing' : 'apart'
  }

  #hurryParents(id: string) {
    for (const parent of this.parentsOf(id)) {
      const state = this.state(parent)
      if (state === undefined || !isOut(state)) this.#options.hurry?.(parent)
    }
  }

  #unchanged(id: string): Change {
    const device = this.#devices.get(id)!
    return { device, was: device.memory, polled: null }
  }

  #drop(id: string) {
    const device = this.#devices.get(id)
    if (device) close(device.probes)
    this.#devices.delete(id)
    this.#failing.delete(id)
    this.#tally.forget(id)
    this.#waiting.delete(id)
  }
}

const isAsked = (entry: RosterEntry) => !entry.disabled && !entry.passive
const isWorking = (state: EntityState) => state === 'UP' || state === 'DEGRADED'
const isAnswering = ({ failures, state }: DeviceMemory) => failures === 0 && !isOut(state)

const entityOf = ({ id, kind, model }: RosterEntry) => ({ id, kind, model })

const foreignView = ({ state, failures, lastAnswerAt }: DeviceMemory): ForeignParent => ({
  ...{ state, lastAnswerAt },
  failing: failures > 0,
})

const asked = ({ target, api, wan, baselineRxDbm }: RosterEntry) =>
  JSON.stringify([target, api, wan, baselineRxDbm])

function standing(memory: DeviceMemory, result: Outcome['result']): Standing {
  const { failures, goods, fact } = memory
  const recovering = goods > 0 && goods < RULES.goodsToUp && fact?.code === 'recovering'
  const barred =
    result.kind === 'failed' && result.reason === 'authentication' && failures >= RULES.failuresToDown
  return { failures, recovering, ...(barred && { waitMs: LOCKED_MS }) }
}

/** Interfaces with accounts lock them after a few wrong passwords; SNMP has nothing to lock. */
const isLocked = ({ result }: Outcome, kind: ProbeKind) =>
  result.kind === 'failed' && result.reason === 'authentication' && kind !== 'snmp'

function close(probes: readonly OpenProbe[]) {
  for (const { probe } of probes) probe.close()
}
