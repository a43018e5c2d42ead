import { fping } from './fping.ts'

/** Five pings a link and minute, the measure of the contract (spec 9). */
const GROUP = { count: 5, periodMs: 1000, timeoutMs: 2000 }
const MINUTE_MS = 60_000

export interface ProbeGroup {
  deviceId: string
  /** Beginning of the minute it counts for. */
  minute: Date
  sent: number
  /** Round trips of what came back, ms; lost ones are missing. */
  rtts: number[]
}

/**
 * One probe group of each target, all side by side; takes about six seconds. A target that could not be pinged at all
 * (unknown name) has no group: that is no loss of the supplier's.
 *
 * @throws NotMeasured when this machine cannot ping: the minute stays unknown
 */
export async function collectProbeGroups(
  targets: readonly { deviceId: string; host: string }[],
  { ping = GROUP, now = Date.now(), run = fping } = {}
): Promise<ProbeGroup[]> {
  const minute = new Date(Math.floor(now / MINUTE_MS) * MINUTE_MS)
  const found = await run(
    targets.map(({ host }) => host),
    ping
  )
  return targets.flatMap(({ deviceId, host }) => {
    const replies = found.get(host)
    if (!replies) return []
    return [
      { deviceId, minute, sent: replies.length, rtts: replies.filter((rtt): rtt is number => rtt !== null) },
    ]
  })
}
