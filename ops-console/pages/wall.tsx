import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Head, router, useFormats, useShortcut, useT, type LiveStatus } from '@unia/ui'
import type { EntityState } from '#ops/health/states'
import type { IncidentRow } from '#ops/queries/incident_list'
import type { OnDuty } from '#ops/queries/on_call'
import type { Snapshot } from '#ops/stream/snapshot'
import type { DeviceView } from '#ops/stream/view'
import { bySeverity, isSick, tone } from '../domain/severity.ts'
import { OnCallNow } from './parts/on_call_now.tsx'
import { WallAlerts } from './parts/wall_alerts.tsx'
import { nearest } from './parts/move_focus.ts'
import { megabits } from './parts/rate.ts'
import { useDevices } from './parts/use_devices.ts'
import { useFact } from './parts/use_fact.ts'
import { useFit } from './parts/use_fit.ts'
import { useNow } from './parts/use_now.ts'
import { WallIncidents } from './parts/wall_incidents.tsx'
import { WallTile } from './parts/wall_tile.tsx'
import { WallTop, WallWarning } from './parts/wall_top.tsx'
import classes from './parts/wall.module.css'

const SMALL = { columns: 1, rows: 1 }
const INCIDENTS_EVERY_MS = 30_000

interface Props {
  snapshot: Snapshot
  names: Record<string, string>
  incidents: IncidentRow[]
  duty: OnDuty[]
}

export default function Wall({ snapshot, names, incidents, duty }: Props) {
  const t = useT()
  const now = useNow()
  const factText = useFact()
  const { formatNumber } = useFormats()
  const [query, setQuery] = useState('')
  const [focused, setFocused] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const refresh = useIncidentRefresh()
  const { devices, collector, status } = useDevices('city', {
    devices: snapshot.devices,
    collector: snapshot.collector,
    onChange: (changed, before) =>
      changed.some((one) => before.get(one.id)?.state !== one.state) && refresh(),
  })

  const nameOf = (device: DeviceView) => names[device.unit] ?? device.unitName
  const all = [...devices.values()]
  const shown = bySeverity(
    all.filter((device) => matches(query, [nameOf(device), device.unitName, factText(device.fact, now)])),
    nameOf
  )
  const sick = shown.filter(isSick).length
  const { area, fit, cell } = useFit(sick, shown.length - sick)
  const counts = useMemo(() => countStates(devices.values()), [devices])
  const fullScreen = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : frame.current?.requestFullscreen())
  const tiles = () => [...(area.current?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])]

  useShortcut('/', t('ops-console.wall.filter'), () => field.current?.focus())
  useShortcut('f', t('ops-console.wall.full_screen'), fullScreen)
  useShortcut('ArrowRight', t('ops-console.wall.to_tiles'), () => tiles()[0]?.focus())

  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-tile]')
    const to = from && nearest(from, tiles(), event.key)
    if (!to) return
    event.preventDefault()
    setFocused(to.dataset.tile!)
    to.focus()
  }

  const entry = shown.some(({ id }) => id === focused) ? focused : shown[0]?.id
  return (
    <div ref={frame} className={classes.wall}>
      <Head title={t('ops-console.wall.title')} />
      <WallTop
        counts={counts}
        lastAnswerAt={latest(all)}
        status={status}
        simulated={all.some((device) => device.simulated)}
        query={query}
        onQuery={setQuery}
        field={field}
        onFullScreen={fullScreen}
      />
      <WallWarning status={useSettled(status)} collector={collector} />
      <div className={classes.body}>
        <div
          ref={area}
          className={classes.grid}
          onKeyDown={onKeyDown}
          style={
            {
              '--columns': fit.columns,
              '--rows': fit.rows,
              '--cell': `${Math.min(cell.height, cell.width / 1.7)}px`,
            } as React.CSSProperties
          }
        >
          {shown.map((device) => (
            <WallTile
              key={device.id}
              id={device.id}
              code={nameOf(device)}
              name={device.unitName}
              tone={tone(device)}
              sick={isSick(device)}
              state={t(`ops-console.state.${device.state}`)}
              line={device.fact ? factText(device.fact, now) : trafficOf(device, formatNumber)}
              spark={device.spark}
              href={`/city/ops-console/devices/${device.id}`}
              focusable={device.id === entry}
              size={isSick(device) ? fit.large : SMALL}
            />
          ))}
          {shown.length === 0 && <p className={classes.nothing}>{t('ops-console.wall.nothing')}</p>}
        </div>
        <WallIncidents incidents={incidents} now={now}>
          <OnCallNow duty={duty} />
          <WallAlerts incidents={incidents} />
        </WallIncidents>
      </div>
    </div>
  )
}

function trafficOf({ state, figures }: DeviceView, format: (value: number) => string): string {
  if (state !== 'UP') return ''
  const { inBps = null, outBps = null } = figures
  return inBps === null && outBps === null ? '' : `${megabits((inBps ?? 0) + (outBps ?? 0), format)} Mb/s`
}

function matches(query: string, texts: string[]): boolean {
  const words = query.toLocaleLowerCase('pl').split(/\s+/).filter(Boolean)
  const whole = texts.join(' ').toLocaleLowerCase('pl')
  return words.every((word) => whole.includes(word))
}

function countStates(devices: Iterable<DeviceView>) {
  const counts = new Map<EntityState, number>()
  for (const { state } of devices) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}

const latest = (devices: DeviceView[]) =>
  devices.reduce<string | null>(
    (most, { lastAnswerAt: at }) => (at && (!most || at > most) ? at : most),
    null
  )

/** Incidents follow changes of state; several changes at once are one question. */
function useIncidentRefresh() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const ask = () => router.reload({ only: ['incidents'] })
  useEffect(() => {
    const regular = setInterval(ask, INCIDENTS_EVERY_MS)
    return () => {
      clearInterval(regular)
      clearTimeout(timer.current)
    }
  }, [])
  return () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(ask, 700)
  }
}

/** A connection that is only being opened is no alarm: it counts after three seconds. */
function useSettled(status: LiveStatus): LiveStatus {
  const [settled, setSettled] = useState<LiveStatus>('connected')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(status), status === 'connected' ? 0 : 3000)
    return () => clearTimeout(timer)
  }, [status])
  return settled
}
