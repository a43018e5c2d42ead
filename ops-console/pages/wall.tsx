import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Head, Link, StateShape, useFormats, useShortcut, useT, type LiveStatus } from '@unia/ui'
import type { EntityState } from '#ops/health/states'
import type { IncidentRow } from '#ops/queries/incident_list'
import type { OnDuty } from '#ops/queries/on_call'
import type { Snapshot } from '#ops/stream/snapshot'
import type { DeviceView } from '#ops/stream/view'
import { matches } from '../domain/matches.ts'
import { tone } from '../domain/severity.ts'
import { cityEntities, tilesBySeverity, unitTiles, type UnitTile } from '../domain/unit_tiles.ts'
import { AcknowledgeDialog } from './parts/acknowledge_dialog.tsx'
import { MaintenanceDialog } from './parts/maintenance_dialog.tsx'
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

interface Props {
  snapshot: Snapshot
  names: Record<string, string>
  incidents: IncidentRow[]
  duty: OnDuty[]
  mayManage: boolean
}

export default function Wall({ snapshot, names, duty, mayManage, ...props }: Props) {
  const t = useT()
  const now = useNow()
  const factText = useFact()
  const { formatNumber } = useFormats()
  const [query, setQuery] = useState('')
  const [focused, setFocused] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ key: string; tile: UnitTile } | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const { devices, incidents, collector, status } = useDevices('city', {
    devices: snapshot.devices,
    collector: snapshot.collector,
    incidents: props.incidents,
  })

  const nameOf = (one: Pick<DeviceView, 'unit' | 'unitName'>) => names[one.unit] ?? one.unitName
  const all = [...devices.values()]
  const units = unitTiles(all)
  const shown = tilesBySeverity(
    units.filter((tile) =>
      matches(query, [nameOf(tile), tile.unitName, ...tile.parts.map((part) => factText(part.fact, now))])
    ),
    nameOf
  )
  const sick = shown.filter((tile) => tile.sick).length
  const { area, fit, cell } = useFit(sick, shown.length - sick)
  const counts = useMemo(() => countStates(unitTiles(devices.values())), [devices])
  const fullScreen = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : frame.current?.requestFullscreen())
  const tiles = () => [...(area.current?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])]

  useShortcut('/', t('ops-console.wall.filter'), () => field.current?.focus())
  useShortcut('f', t('ops-console.wall.full_screen'), fullScreen)
  useShortcut('ArrowRight', t('ops-console.wall.to_tiles'), () => tiles()[0]?.focus())

  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-tile]')
    const tile = from && shown.find(({ unit }) => unit === from.dataset.tile)
    if (tile && (event.key === 'a' || event.key === 'm') && mayManage) {
      event.preventDefault()
      event.stopPropagation()
      setAsked({ key: event.key, tile })
      return
    }
    const to = from && nearest(from, tiles(), event.key)
    if (!to) return
    event.preventDefault()
    setFocused(to.dataset.tile!)
    to.focus()
  }

  /** The worst fact, with the part it is about where that is not the firewall. */
  const lineOf = (worst: DeviceView) => {
    if (!worst.fact) return trafficOf(worst, formatNumber)
    const text = factText(worst.fact, now)
    return worst.kind === 'edge'
      ? text
      : t('ops-console.wall.part_line', { part: t(`ops-console.kind.${worst.kind}`), text })
  }
  const entry = shown.some(({ unit }) => unit === focused) ? focused : shown[0]?.unit
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
      <WallWarning status={useSettled(status)} collector={collector} lastAnswerAt={latest(all)} now={now} />
      <CityStrip entities={cityEntities(all)} now={now} />
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
          {shown.map(({ unit, unitName, worst, parts, sick: large }) => (
            <WallTile
              key={unit}
              id={unit}
              code={nameOf(worst)}
              name={unitName}
              tone={tone(worst)}
              sick={large}
              state={t(`ops-console.state.${worst.state}`)}
              line={lineOf(worst)}
              parts={parts.map((part) => ({
                kind: part.kind,
                tone: tone(part),
                label: `${t(`ops-console.kind.${part.kind}`)}: ${t(`ops-console.state.${part.state}`)}`,
              }))}
              spark={(parts.find(({ kind }) => kind === 'edge') ?? worst).spark}
              href={`/city/ops-console/devices/${worst.id}`}
              focusable={unit === entry}
              size={large ? fit.large : SMALL}
            />
          ))}
          {shown.length === 0 && <p className={classes.nothing}>{t('ops-console.wall.nothing')}</p>}
        </div>
        <WallIncidents incidents={incidents} now={now}>
          <OnCallNow duty={duty} />
          <WallAlerts incidents={incidents} />
        </WallIncidents>
      </div>
      {asked?.key === 'a' && (
        <AcknowledgeDialog
          ids={incidents.filter(({ unit, owner }) => unit === asked.tile.unit && !owner).map(({ id }) => id)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.key === 'm' && (
        <MaintenanceDialog tile={asked.tile} name={nameOf(asked.tile)} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

/** The core and the endpoint server, in one line above the units. */
function CityStrip({ entities, now }: { entities: DeviceView[]; now: number }) {
  const t = useT()
  const factText = useFact()
  if (!entities.length) return null
  return (
    <ul className={classes.strip} aria-label={t('ops-console.wall.city')}>
      {entities.map((one) => (
        <li key={one.id}>
          <Link
            href={`/city/ops-console/devices/${one.id}`}
            data-tone={tone(one)}
            className={classes.stripLink}
          >
            <StateShape state={tone(one)} size={12} label={t(`ops-console.state.${one.state}`)} />{' '}
            <b>{t(`ops-console.kind.${one.kind}`)}</b> <span>{factText(one.fact, now)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function trafficOf({ state, figures }: DeviceView, format: (value: number) => string): string {
  if (state !== 'UP') return ''
  const { inBps = null, outBps = null } = figures
  return inBps === null && outBps === null ? '' : `${megabits((inBps ?? 0) + (outBps ?? 0), format)} Mb/s`
}

function countStates(tiles: UnitTile[]) {
  const counts = new Map<EntityState, number>()
  for (const {
    worst: { state },
  } of tiles)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}

const latest = (devices: DeviceView[]) =>
  devices.reduce<string | null>(
    (most, { lastAnswerAt: at }) => (at && (!most || at > most) ? at : most),
    null
  )

/** A connection that is only being opened is no alarm: it counts after three seconds. */
function useSettled(status: LiveStatus): LiveStatus {
  const [settled, setSettled] = useState<LiveStatus>('connected')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(status), status === 'connected' ? 0 : 3000)
    return () => clearTimeout(timer)
  }, [status])
  return settled
}
