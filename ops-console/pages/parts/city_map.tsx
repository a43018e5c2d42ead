import { useState, type KeyboardEvent } from 'react'
import { router, StateShape, useFormats, useT } from '@unia/ui'
import { grouped, projection, type MarkGroup, type Point } from '../../domain/map_marks.ts'
import type { UnitPlace } from '#ops/queries/unit_places'
import type { UnitLine } from './use_unit_lines.ts'
import { MapButtons } from './map_buttons.tsx'
import { nearest } from './move_focus.ts'
import { useFrame } from './use_frame.ts'
import { useHold } from './use_hold.ts'
import classes from './map.module.css'

export interface PlacedUnit extends UnitLine {
  place: UnitPlace
}

interface Props {
  /** Every unit that has a place: they decide what the map shows at scale 1. */
  all: UnitPlace[]
  /** Worst first. */
  units: PlacedUnit[]
}

type Group = MarkGroup<PlacedUnit>

/** Units as marks where they stand. Arrows walk the marks, Enter opens one or looks closer at a count. */
export function CityMap({ all, units }: Props) {
  const t = useT()
  const { ref, frame } = useFrame<HTMLDivElement>({ width: 900, height: 560 })
  const hold = useHold(ref, frame)
  const [focused, setFocused] = useState<string | null>(null)
  const [told, setTold] = useState<{ unit: PlacedUnit; at: Point } | null>(null)
  const { pointOf, pxPerKm } = projection(all, frame, hold.hold)
  const groups = grouped(
    units.map((mark) => ({ mark, at: pointOf(mark.place) })),
    hold.hold.scale
  )
  const ids = groups.map((group) => group.marks[0]!.mark.unit)
  const entry = groups.some((group) => group.marks.some(({ mark }) => mark.unit === focused))
    ? focused
    : ids[0]

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTold(null)
    if (hold.key(event)) return
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-mark]')
    const among = [...(ref.current?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])]
    const to = from && nearest(from, among, event.key)
    if (!to) return
    event.preventDefault()
    setFocused(to.dataset.mark!)
    to.focus()
  }
  const closer = (group: Group) => hold.zoom(2.2, group.centre)

  return (
    <div className={classes.mapBox}>
      <div ref={ref} className={classes.map} onKeyDown={onKeyDown} {...hold.drag}>
        <svg width={frame.width} height={frame.height} role="group" aria-label={t('ops-console.map.label')}>
          {districtPoints(all).map(([name, place]) => {
            const { x, y } = pointOf(place)
            return (
              <text key={name} x={x} y={y} className={classes.district} aria-hidden>
                {name}
              </text>
            )
          })}
          {groups.map((group) =>
            group.counted ? (
              <CountMark
                key={group.marks[0]!.mark.unit}
                group={group}
                entry={entry}
                onOpen={() => closer(group)}
              />
            ) : (
              <g key={group.marks[0]!.mark.unit}>
                {group.marks.length > 1 && (
                  <circle className={classes.ring} cx={group.centre.x} cy={group.centre.y} r={group.radius} />
                )}
                {group.marks.map(({ mark, at }) => (
                  <UnitMark
                    key={mark.unit}
                    {...{ mark, at }}
                    focusable={mark.unit === entry}
                    tell={setTold}
                  />
                ))}
              </g>
            )
          )}
        </svg>
        {told && <MarkTip {...told} frame={frame} />}
        <ScaleBar pxPerKm={pxPerKm} />
      </div>
      <MapButtons hold={hold} />
    </div>
  )
}

interface UnitMarkProps {
  mark: PlacedUnit
  at: Point
  focusable: boolean
  tell: (told: { unit: PlacedUnit; at: Point } | null) => void
}

function UnitMark({ mark, at, focusable, tell }: UnitMarkProps) {
  const told = () => tell({ unit: mark, at })
  return (
    <a
      href={mark.href}
      className={classes.mark}
      data-mark={mark.unit}
      data-tone={mark.tone}
      tabIndex={focusable ? 0 : -1}
      aria-label={[mark.name, mark.state, mark.line].filter(Boolean).join(', ')}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        router.visit(mark.href)
      }}
      onFocus={told}
      onBlur={() => tell(null)}
      onMouseEnter={told}
      onMouseLeave={() => tell(null)}
    >
      <circle r="12" className={classes.hit} />
      <g transform="translate(-8 -8)">
        <StateShape state={mark.tone} size={16} />
      </g>
    </a>
  )
}

function CountMark({ group, entry, onOpen }: { group: Group; entry?: string | null; onOpen: () => void }) {
  const t = useT()
  // Units come worst first, but two gathered groups need not.
  const worst = group.marks.map(({ mark }) => mark).reduce((a, b) => (b.rank < a.rank ? b : a))
  const sick = group.marks.filter(({ mark }) => mark.sick).length
  return (
    <g
      role="button"
      className={classes.mark}
      data-mark={group.marks[0]!.mark.unit}
      data-tone={worst.tone}
      tabIndex={group.marks.some(({ mark }) => mark.unit === entry) ? 0 : -1}
      aria-label={t('ops-console.map.count', { count: group.marks.length, sick })}
      transform={`translate(${group.centre.x} ${group.centre.y})`}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen()
      }}
    >
      <circle r="21" className={classes.hit} />
      <g transform="translate(-7 -17)">
        <StateShape state={worst.tone} size={14} />
      </g>
      <text y="13" textAnchor="middle" className={classes.number}>
        {group.marks.length}
      </text>
    </g>
  )
}

function MarkTip({ unit, at, frame }: { unit: PlacedUnit; at: Point; frame: { width: number } }) {
  const t = useT()
  const side = at.x > frame.width / 2 ? { right: frame.width - at.x + 14 } : { left: at.x + 14 }
  return (
    <div className={classes.tip} style={{ top: Math.max(4, at.y - 12), ...side }} aria-hidden>
      <b>{unit.name}</b>
      <span>{[unit.state, unit.line].filter(Boolean).join(' · ')}</span>
      {unit.place.approximate && <span className={classes.dim}>{t('ops-console.map.approximate')}</span>}
    </div>
  )
}

function ScaleBar({ pxPerKm }: { pxPerKm: number }) {
  const t = useT()
  const { formatNumber } = useFormats()
  const km = [5, 2, 1, 0.5, 0.2, 0.1, 0.05].find((one) => one * pxPerKm <= 140) ?? 0.05
  return (
    <span className={classes.scale} style={{ width: km * pxPerKm }} aria-hidden>
      {km < 1
        ? t('ops-console.map.metres', { count: formatNumber(km * 1000) })
        : t('ops-console.map.kilometres', { count: formatNumber(km) })}
    </span>
  )
}

/** One point for each district that has units: the middle of them. */
function districtPoints(places: UnitPlace[]): [string, { lat: number; lon: number }][] {
  const named = Map.groupBy(places, ({ district }) => district ?? '')
  named.delete('')
  return [...named].map(([name, them]) => [
    name,
    {
      lat: them.reduce((sum, { lat }) => sum + lat, 0) / them.length,
      lon: them.reduce((sum, { lon }) => sum + lon, 0) / them.length,
    },
  ])
}
