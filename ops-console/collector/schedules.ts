import { RULES } from '#ops/health/states'
import type { ProbeKind } from '#ops/probes/probe'
import { systemClock } from '#ops/scheduler/clock'
import type { Pace } from '#ops/scheduler/pace'
import { Scheduler } from '#ops/scheduler/scheduler'
import type { Settings } from '#ops/settings'
import type { Turns } from './turns.ts'
import type { Watch } from './watch.ts'

const SECONDARY_AT_ONCE = 16

/**
 * Who is asked when. Decisive probes and secondary ones have places of their own, so that a slow interface of a vendor
 * delays no poll; those that wait for each other anyway need none.
 */
export class Schedules {
  #watch: Watch
  #settings: Settings
  #polls: Scheduler
  #secondary: Scheduler
  #gathering: Scheduler

  constructor(watch: Watch, settings: Settings, turns: Turns, onError: (id: string, error: unknown) => void) {
    this.#watch = watch
    this.#settings = settings
    const shared = { clock: systemClock, onError }
    this.#polls = new Scheduler({
      ...shared,
      concurrency: settings.concurrency,
      pace: (id) => this.#pace(watch.factoryOf(id)?.everyMs ?? null),
      deadlineMs: (id) => watch.factoryOf(id)?.deadlineMs ?? settings.deadlineMs,
      async turn(id, signal) {
        const began = performance.now()
        const standing = await watch.turn(id, signal)
        turns.add(performance.now() - began)
        return standing
      },
    })
    const beside = {
      ...shared,
      deadlineMs: (turn: string) => watch.factoryOf(...parse(turn))?.deadlineMs ?? settings.deadlineMs,
      turn: (turn: string, signal: AbortSignal) => watch.secondaryTurn(...parse(turn), signal),
    }
    const everyMs = (turn: string) => watch.factoryOf(...parse(turn))?.everyMs ?? null
    this.#secondary = new Scheduler({
      ...{ ...beside, concurrency: SECONDARY_AT_ONCE },
      pace: (turn) => this.#pace(atMost(everyMs(turn), settings.secondaryMs)),
    })
    this.#gathering = new Scheduler({
      ...{ ...beside, concurrency: Infinity },
      pace: (turn) => this.#pace(everyMs(turn)),
    })
  }

  /** Brings both in line with the watch. */
  refresh() {
    this.#polls.watch(this.#watch.polled)
    const turns = (gathers: boolean) =>
      this.#watch.secondary
        .filter((one) => Boolean(one.gathers) === gathers)
        .map(({ id, kind }) => `${id} ${kind}`)
    this.#secondary.watch(turns(false))
    this.#gathering.watch(turns(true))
  }

  hurry(id: string) {
    this.#polls.hurry(id)
  }

  takeLateness() {
    return this.#polls.takeLateness()
  }

  stop() {
    this.#polls.stop()
    this.#secondary.stop()
    this.#gathering.stop()
  }

  #pace(everyMs: number | null): Pace {
    const { pollMs, retryMs } = this.#settings
    const period = everyMs ?? pollMs
    const retry = everyMs === null ? retryMs : Math.max(retryMs, period / 4)
    return { pollMs: period, retryMs: retry, failuresToDown: RULES.failuresToDown }
  }
}

const parse = (turn: string) => turn.split(' ') as [string, ProbeKind]

const atMost = (everyMs: number | null, most = Infinity) =>
  everyMs === null ? null : Math.min(everyMs, most)
