import type { RosterEntry } from '#ops/collector/roster'
import { runCollector } from '#ops/collector/run'
import { pollsFailed, pollsMade, readingsMade, samplesDropped, valuesRead } from '#ops/history/telemetry'
import { settings, type Settings } from '#ops/settings'
import { servePart } from './part.ts'

export interface CollectorInput {
  roster: RosterEntry[]
  changed: Partial<Settings>
}

/** Counted since the process began. */
export interface CollectorCounts {
  polls: number
  failures: Record<string, number>
  readings: number
  values: number
  dropped: number
}

let collector: ReturnType<typeof runCollector> | null = null

const total = async (counter: typeof pollsMade) =>
  (await counter.get()).values.reduce((sum, { value }) => sum + value, 0)

async function counts(): Promise<CollectorCounts> {
  const { values: failed } = await pollsFailed.get()
  return {
    polls: await total(pollsMade),
    failures: Object.fromEntries(failed.map(({ labels, value }) => [String(labels.reason), value])),
    readings: await total(readingsMade),
    values: await total(valuesRead),
    dropped: await total(samplesDropped),
  }
}

async function stop() {
  await collector?.stop()
  collector = null
}

servePart(
  {
    start({ roster, changed }: CollectorInput) {
      const log = (level: string, message: string, details = {}) => {
        if (level !== 'info') console.error(JSON.stringify({ level, message, ...details }))
      }
      collector = runCollector({ ...settings(), ...changed }, log, { loadRoster: async () => roster })
    },
    counts,
    async stop() {
      await stop()
      return counts()
    },
  },
  stop
)
