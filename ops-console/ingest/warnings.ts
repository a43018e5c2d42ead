import type { Clocks, DeviceClock } from './clocks.ts'
import type { DeviceIncidents } from '#ops/alarms/keep'
import type { Storms } from './storms.ts'

type OfDevice = DeviceIncidents & { deviceId: string }

/** What the messages of the last moments call for, by device; the clocks among it are to be kept. */
export function warnings(
  storms: Storms,
  clocks: Clocks,
  now: number
): { devices: OfDevice[]; clocks: DeviceClock[] } {
  const changed = clocks.takeChanged()
  const { going, over } = storms.take(now)
  const devices = new Map<string, OfDevice>()
  const of = ({ tenantId, deviceId }: { tenantId: number; deviceId: string }) => {
    const known = devices.get(deviceId) ?? { tenantId, deviceId, wanted: [] }
    devices.set(deviceId, known)
    return known
  }
  for (const storm of going) of(storm).wanted.push(warning('event_storm', { count: storm.count }))
  for (const storm of over) of(storm)
  for (const { deviceId } of devices.values()) clocks.touch(deviceId)
  const known = [...changed, ...clocks.takeChanged()]
  for (const clock of new Set(known)) {
    const device = of(clock)
    if (clock.warns) device.wanted.push(warning('clock_skew', { value: clock.skewS ?? 0 }))
  }
  return { devices: [...devices.values()], clocks: [...new Set(known)] }
}

const warning = (check: string, params: Record<string, number>) => ({
  ...{ check, severity: 'warning' as const },
  fact: { code: check, params } as never,
})
