import { LEVELS, SECONDS, type Level } from './levels.ts'
import { retentionDays } from './retention.ts'

/** Lengths of a step that people read easily, seconds. */
const STEPS = [
  ...[10, 15, 20, 30, 60, 120, 180, 240, 300, 600, 900, 1200, 1800],
  ...[3600, 7200, 10_800, 14_400, 21_600, 43_200, 86_400],
]
const DAY = 86_400

/** The shortest readable step that gives at most `points` of them, seconds. */
export function stepFor(from: Date, to: Date, points: number): number {
  const wanted = (to.getTime() - from.getTime()) / 1000 / points
  return STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / DAY) * DAY
}

/** The coarsest level whose buckets fill the step, unless it or the finer ones no longer reach back so far. */
export function levelFor(step: number, from: Date, now = new Date()): { level: Level; step: number } {
  const age = (now.getTime() - from.getTime()) / 1000 / DAY
  const kept = (level: Level) => age <= (retentionDays(level) ?? Infinity)
  const fitting = [...LEVELS].reverse().find(({ seconds }) => step % seconds === 0)
  const level: Level = fitting?.level ?? 'raw'
  if (kept(level)) return { level, step }
  const coarser = LEVELS.filter(({ seconds }) => level === 'raw' || seconds > SECONDS[level])
  const reaching = coarser.find((rule) => kept(rule.level)) ?? LEVELS.at(-1)!
  return { level: reaching.level, step: Math.ceil(step / reaching.seconds) * reaching.seconds }
}
