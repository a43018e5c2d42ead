export interface Watched {
  /** Answered last time, or has not answered for less than a few cycles: not yet known to be out. */
  knownOut: boolean
  failing: boolean
}

const SHARE = 0.3
const FEWEST = 5

/** True when over 30 % of the devices that should answer fail at once: then our own path is suspected first. */
export function isBlind(devices: Iterable<Watched>): boolean {
  let expected = 0
  let failing = 0
  for (const device of devices) {
    if (device.knownOut) continue
    expected++
    if (device.failing) failing++
  }
  return failing >= FEWEST && failing > SHARE * expected
}
