import { localMinute } from './traffic.ts'

/** `HH:MM` in Warsaw lets the field live at that hour, so that a wall shown in the evening has a school day on it. */
export function shiftedClock(hour: string | undefined, started = Date.now()): (() => number) | undefined {
  const match = hour?.match(/^(\d{1,2}):(\d{2})$/)
  if (!match) return undefined
  const wanted = Number(match[1]) * 60 + Number(match[2])
  const shift = (wanted - localMinute(started).minute) * 60_000
  return () => Date.now() + shift
}
