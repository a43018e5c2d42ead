import { useState } from 'react'
import { useLive } from '@unia/ui'
import type { CollectorView } from '#ops/stream/collector_view'
import type { RoomChanges } from '#ops/stream/feed'
import type { Snapshot } from '#ops/stream/snapshot'
import type { IncidentView } from '#ops/stream/incidents'
import type { DeviceView } from '#ops/stream/view'
import { openAfter } from '../../domain/open_incidents.ts'

interface Options {
  /** What the page was rendered with. */
  devices: DeviceView[]
  collector?: CollectorView
  /** Open ones. */
  incidents?: IncidentView[]
  /** Devices as they are now, after each delta. */
  onChange?: (changed: DeviceView[], before: ReadonlyMap<string, DeviceView>) => void
}

/** Devices and open incidents of a room, kept up by the stream: whole after each joining, then changes one by one. */
export function useDevices(room: string, options: Options) {
  const [devices, setDevices] = useState(() => byId(options.devices))
  const [collector, setCollector] = useState(options.collector)
  const [incidents, setIncidents] = useState(options.incidents ?? [])
  const { status } = useLive<Snapshot, RoomChanges>('/ops', [room], {
    snapshot: (_room, whole) => {
      setDevices(byId(whole.devices))
      setCollector(whole.collector)
      setIncidents(whole.incidents ?? [])
      options.onChange?.(whole.devices, devices)
    },
    delta: (_room, changes) => {
      options.onChange?.(changes.devices, devices)
      setDevices((now) => new Map([...now, ...byId(changes.devices)]))
      if (changes.collector) setCollector(changes.collector)
      if (changes.incidents) setIncidents((now) => openAfter(now, changes.incidents!))
    },
  })
  return { devices, incidents, collector, status }
}

const byId = (devices: DeviceView[]): ReadonlyMap<string, DeviceView> =>
  new Map(devices.map((one) => [one.id, one]))
