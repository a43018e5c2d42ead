import type { MetricValues } from './metrics.ts'
import { isBad, stepThreshold, type Threshold, type ThresholdMemory } from './thresholds.ts'

/** A warning of which no value was seen this long is dropped: its interface or sensor is gone. */
const FORGOTTEN_MS = 12 * 3600_000

/** Rules of one entity, found by the name of a value at once. */
export class RuleIndex {
  #byName = new Map<string, Threshold[]>()
  #rules: readonly Threshold[]
  #codes: Set<string>

  constructor(rules: readonly Threshold[]) {
    this.#rules = rules
    this.#codes = new Set(rules.map(({ code }) => code))
  }

  of(name: string): Threshold[] {
    let found = this.#byName.get(name)
    if (!found) {
      const at = name.indexOf('@')
      const wanted = at < 0 ? name : `${name.slice(0, at)}@*`
      found = this.#rules.filter(({ metric }) => metric === wanted || metric === name)
      this.#byName.set(name, found)
    }
    return found
  }

  has(code: string) {
    return this.#codes.has(code)
  }
}

const indexes = new WeakMap<readonly Threshold[], RuleIndex>()

/** The index of a list of rules; the same list is indexed once. */
export function indexOf(rules: readonly Threshold[]): RuleIndex {
  let index = indexes.get(rules)
  if (!index) indexes.set(rules, (index = new RuleIndex(rules)))
  return index
}

type Memories = Record<string, ThresholdMemory>

/** All values of an answer against the rules. Calm rules leave nothing behind; rules that no longer exist are dropped. */
export function judge(before: Memories, values: MetricValues, rules: RuleIndex, now: number): Memories {
  const after = remaining(before, rules, now)
  for (const name in values) {
    const value = values[name]
    if (value === null || value === undefined) continue
    for (const rule of rules.of(name)) {
      const key = name === rule.metric ? rule.code : `${rule.code}${name.slice(name.indexOf('@'))}`
      const known = after[key]
      if (!known && !isBad(rule, value)) continue
      const next = stepThreshold(rule, known, value)
      if (next.raised) after[key] = { ...next, ...described(rule, value, now) }
      else if (next.window.includes(1)) after[key] = { ...next, at: now }
      else delete after[key]
    }
  }
  return after
}

const described = ({ raise: limit, severity }: Threshold, value: number, at: number) => ({
  ...{ limit, severity, at },
  value: Math.round(value * 10) / 10,
})

function remaining(before: Memories, rules: RuleIndex, now: number): Memories {
  const after: Memories = {}
  for (const key in before) {
    const { at = now } = before[key]
    if (rules.has(key.split('@', 1)[0]) && now - at < FORGOTTEN_MS) after[key] = before[key]
  }
  return after
}
