const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  182 * DAY,
  364 * DAY,
]

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
})

/** Minutes between Warsaw's clock and UTC at an instant, in milliseconds. */
function offset(at: number): number {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
  return wall - Math.floor(at / 1000) * 1000
}

/** Round times of Warsaw's clock between two instants, at most `most` of them. */
export function timeTicks(from: number, to: number, most: number): number[] {
  if (!(to > from)) return [from]
  const step = STEPS.find((candidate) => (to - from) / candidate <= most) ?? STEPS.at(-1)!
  const ticks: number[] = []
  for (let wall = Math.ceil((from + offset(from)) / step) * step; ; wall += step) {
    const guess = wall - offset(from)
    const at = wall - offset(guess)
    if (at > to) return ticks
    if (at >= from) ticks.push(at)
  }
}

/** Whether ticks so far apart are days rather than hours. */
export const isDaily = (ticks: number[]): boolean => ticks.length > 1 && ticks[1]! - ticks[0]! >= DAY - HOUR
