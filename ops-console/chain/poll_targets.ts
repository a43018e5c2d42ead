import { setTimeout as wait } from 'node:timers/promises'
import { inPlaces } from './places.ts'
import { PolledAgent, type Polled, type PollTiming } from './polled_agent.ts'
import { quantile, rounded } from './quantiles.ts'
import type { Target } from './targets.ts'

/** A device that has said nothing for so long is waited for without a place, milliseconds. */
const SILENT_MS = 100

export interface PollOptions extends PollTiming {
  /** Devices asked at once, apart from silent ones. */
  concurrency: number
  /** Left out: one cycle. */
  repeat?: { periodMs: number; seconds: number }
}

export interface PollReport {
  targets: number
  cycles: number
  /** Answers, and the values in them. */
  readings: number
  values: number
  errors: Record<string, number>
  /** Longest cycle; with repetition the median too. Learning what to ask is not part of it. */
  cycleMs: number
  cycleP50Ms: number
  discoveryMs: number
  elapsedMs: number
  /** Of this process, discovery apart. */
  cpuSeconds: number
  discoveryCpuSeconds: number
  cpuSecondsPer10kValues: number | null
  valuesPerSecond: number
  memoryMb: number
}

/** What the last cycle brought of each agent, in the order of the list. */
export interface PolledTarget {
  target: Target
  polled: Polled
}

/**
 * Polls agents by SNMP v2c: first it learns what each has, then it asks all of them in one cycle or again and again.
 * Who was silent to the learning is, in a single cycle, not asked twice.
 */
export async function pollTargets(targets: readonly Target[], options: PollOptions) {
  const agents = targets.map((target) => new PolledAgent(target, options))
  const latest = new Map<PolledAgent, Polled>()
  const places = {
    ...{ places: options.concurrency, silentMs: SILENT_MS },
    isSilent: (agent: PolledAgent) => agent.isSilent,
  }
  const sums = { readings: 0, values: 0, errors: {} as Record<string, number> }
  const cycles: number[] = []

  function take(agent: PolledAgent, polled: Polled) {
    latest.set(agent, polled)
    sums.values += polled.received
    if ('error' in polled) sums.errors[polled.error] = (sums.errors[polled.error] ?? 0) + 1
    else sums.readings++
  }

  async function learn() {
    await inPlaces(agents, places, async (agent) => {
      const error = await agent.learn()
      if (error && !options.repeat) take(agent, { error, received: 0 })
    })
  }

  async function cycle() {
    const began = performance.now()
    const asked = options.repeat ? agents : agents.filter((agent) => agent.known)
    await inPlaces(asked, places, async (agent) => take(agent, await agent.poll()))
    cycles.push(performance.now() - began)
  }

  const began = performance.now()
  const cpu = process.cpuUsage()
  await learn()
  const discovery = { ms: performance.now() - began, cpu: seconds(process.cpuUsage(cpu)) }
  const cycleCpu = process.cpuUsage()
  const cyclesBegan = performance.now()
  const { periodMs = 0, seconds: lasting = 0 } = options.repeat ?? {}
  do {
    await cycle()
    const rest = cyclesBegan + cycles.length * periodMs - performance.now()
    if (lasting && rest > 0) await wait(rest)
  } while (performance.now() - cyclesBegan + 1 < lasting * 1000)
  const cpuSeconds = seconds(process.cpuUsage(cycleCpu))
  const elapsed = performance.now() - cyclesBegan
  for (const agent of agents) agent.close()
  const sorted = cycles.toSorted((a, b) => a - b)
  const report: PollReport = {
    ...{ targets: targets.length, cycles: cycles.length, ...sums },
    ...{ cycleMs: rounded(sorted.at(-1)!, 1), cycleP50Ms: rounded(quantile(sorted, 0.5)!, 1) },
    ...{ discoveryMs: rounded(discovery.ms, 1), elapsedMs: rounded(performance.now() - began, 1) },
    ...{ cpuSeconds: rounded(cpuSeconds, 3), discoveryCpuSeconds: rounded(discovery.cpu, 3) },
    cpuSecondsPer10kValues: sums.values ? rounded((cpuSeconds / sums.values) * 10_000, 4) : null,
    valuesPerSecond: Math.round(sums.values / (elapsed / 1000)),
    memoryMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
  }
  const devices = agents.map((agent): PolledTarget => ({ target: agent.target, polled: latest.get(agent)! }))
  return { report, devices }
}

const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6
