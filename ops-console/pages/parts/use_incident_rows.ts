import { useEffect, useRef, useState } from 'react'
import { router, useLive } from '@unia/ui'
import type { IncidentRow } from '#ops/queries/incident_list'
import type { RoomChanges } from '#ops/stream/feed'
import type { Snapshot } from '#ops/stream/snapshot'
import { openAfter } from '../../domain/open_incidents.ts'

const SOON_MS = 700

interface Listed {
  rows: IncidentRow[]
  open: number
  free: number
}

/**
 * A page of the list, kept up by the stream: rows that are shown change where they stand, the counts follow. Where one that has
 * just begun belongs is decided by filters, order and page, so for it alone the rows are asked for again.
 */
export function useIncidentRows({ rows, open, free }: Listed): Listed {
  const [current, setCurrent] = useState<IncidentRow[] | null>(null)
  const [changed, setChanged] = useState<ReadonlyMap<string, IncidentRow>>(new Map())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const known = (id: string) => rows.some((row) => row.id === id) || current?.some((one) => one.id === id)
  const take = (incidents: IncidentRow[]) => {
    setChanged((before) => new Map([...before, ...incidents.map((one) => [one.id, one] as const)]))
    if (incidents.every(({ id }) => known(id))) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => router.reload({ only: ['rows', 'total', 'checks'] }), SOON_MS)
  }
  useLive<Snapshot, RoomChanges>('/ops', ['city'], {
    snapshot: (_room, { incidents = [] }) => {
      setCurrent(incidents)
      take(incidents.filter(({ id }) => rows.some((row) => row.id === id)))
    },
    delta: (_room, { incidents }) => {
      if (!incidents) return
      setCurrent((now) => now && openAfter(now, incidents))
      take(incidents)
    },
  })
  return {
    rows: rows.map((row) => changed.get(row.id) ?? row),
    open: current?.length ?? open,
    free: current?.filter(({ owner }) => !owner).length ?? free,
  }
}
