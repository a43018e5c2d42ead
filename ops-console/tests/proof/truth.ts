import type { RecordedFault } from '#ops/simulator/record'

/** Milliseconds since 1970; `to` is Infinity while it lasts. */
export interface Span {
  from: number
  to: number
}

/** The entity itself says nothing. */
const SILENCING = ['stopped', 'powerOff', 'linkDown', 'mute']
/** Nothing passes through it either. */
const BLOCKING = ['stopped', 'powerOff', 'linkDown']
const UNREADABLE = ['malformed', 'genErr', 'wrongRequestId']

/** Faults of an entity that answers, and the alarm that each must raise. */
export const TROUBLES: Record<string, string> = {
  highCpu: 'cpu_data_high',
  manySessions: 'sessions_high',
  opticalLossDb: 'optical_low',
}

export type Expected = 'answering' | 'DOWN' | 'UNREACHABLE' | 'unreadable'

/**
 * What the simulator's record says of every entity at every moment: a firewall hangs on its unit's terminal, that on
 * the city's core.
 */
export class Truth {
  #byKey: Map<string, RecordedFault[]>
  #core: string

  constructor(record: readonly RecordedFault[], core: string) {
    this.#core = core
    this.#byKey = Map.groupBy(record, ({ key }) => key)
  }

  /** What lies between the entity and the city, nearest first. */
  above(key: string): string[] {
    if (key === this.#core) return []
    const [unit, name] = key.split('/')
    return name === 'cpe' ? [this.#core] : [`${unit}/cpe`, this.#core]
  }

  /** Spans in which one of these faults befell the entity, those that touch joined. */
  spans(key: string, faults: readonly string[]): Span[] {
    const found = (this.#byKey.get(key) ?? [])
      .filter(({ fault }) => faults.includes(fault))
      .map(({ began, ended }) => ({ from: began, to: ended ?? Infinity }))
    return joined(found)
  }

  silent = (key: string) => this.spans(key, SILENCING)
  unreadable = (key: string) => this.spans(key, UNREADABLE)

  /** When the entity could not be reached, whatever the reason. */
  dark(key: string): Span[] {
    return joined([...this.silent(key), ...this.above(key).flatMap((one) => this.spans(one, BLOCKING))])
  }

  /** The entity is silent by its own fault and everything above it works: an alarm is due. */
  causes(key: string): Span[] {
    const hidden = joined(this.above(key).flatMap((one) => this.silent(one)))
    return this.silent(key).filter((span) => !hidden.some((one) => overlap(one, span)))
  }

  expected(key: string, at: number): Expected {
    const holds = (spans: readonly Span[]) => spans.some(({ from, to }) => from <= at && at < to)
    if (holds(this.dark(key))) {
      return this.above(key).some((one) => holds(this.dark(one))) ? 'UNREACHABLE' : 'DOWN'
    }
    return holds(this.unreadable(key)) ? 'unreadable' : 'answering'
  }

  /** Whether nothing that touches the entity's silence began or ended in the `ms` before. */
  isSettled(key: string, at: number, ms: number): boolean {
    const own = [...this.silent(key), ...this.unreadable(key)]
    const all = [...own, ...this.above(key).flatMap((one) => this.silent(one))]
    const moved = (moment: number) => moment > at - ms && moment <= at
    return !all.some(({ from, to }) => moved(from) || moved(to))
  }
}

export const overlap = (one: Span, other: Span) => one.from < other.to && other.from < one.to

export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}
