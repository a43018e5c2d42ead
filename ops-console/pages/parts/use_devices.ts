import { useState } from 'react'
import { useLive } from '@unia/ui'
import type { CollectorView } from '#ops/stream/collector_view'
import type { RoomChanges } from '#ops/stream/feed'
import type { Snapshot } from '#ops/stream/snapshot'
import type { DeviceView } from '#ops/stream/view'

interface Options {
  /** What the page was rendered with. */
  devices: DeviceView[]
  collector?: CollectorView
  /** Devices as they are now, after each delta. */
  onChange?: (changed: DeviceView[], before: ReadonlyMap<string, DeviceView>) => void
}

/** Devices of a room, kept up by the stream: whole after each joining, then changes one by one. */
export function useDevices(room: string, options: Options) {
  const [devices, setDevices] = useState(() => byId(options.devices))
  const [collector, setCollector] = useState(options.collector)
  const { status } = useLive<Snapshot, RoomChanges>('/ops', [room], {
    snapshot: (_room, whole) => {
      setDevices(byId(whole.devices))
      setCollector(whole.collector)
      options.onChange?.(whole.devices, devices)
    },
    delta: (_room, changes) => {
      options.onChange?.(changes.devices, devices)
      setDevices((now) => new Map([...now, ...byId(changes.devices)]))
      if (changes.collector) setCollector(changes.collector)
    },
  })
  return { devices, collector, status }
}

const byId = (devices: DeviceView[]): ReadonlyMap<string, DeviceView> =>
  new Map(devices.map((one) => [one.id, one]))
