import { useRef, useState } from 'react'
import { EmptyState, Link, LiveBadge, PageHeader, StateShape, TextInput, useShortcut, useT } from '@unia/ui'
import type { UnitPlace } from '#ops/queries/unit_places'
import type { Snapshot } from '#ops/stream/snapshot'
import { CityMap } from './parts/city_map.tsx'
import { useDevices } from './parts/use_devices.ts'
import { useUnitLines, type UnitLine } from './parts/use_unit_lines.ts'
import classes from './parts/map.module.css'

interface Props {
  snapshot: Snapshot
  names: Record<string, string>
  positions: Record<string, UnitPlace>
}

/** The watched units where they stand, and the same as a list. */
export default function CityMapPage({ snapshot, names, positions }: Props) {
  const t = useT()
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { devices, status } = useDevices('city', { devices: snapshot.devices })
  const watched = useUnitLines(devices.values(), names, '')
  const units = useUnitLines(devices.values(), names, query)
  const placed = units.flatMap((one) =>
    positions[one.unit] ? [{ ...one, place: positions[one.unit]! }] : []
  )
  const unplaced = units.filter(({ unit }) => !positions[unit])
  const all = watched.flatMap(({ unit }) => positions[unit] ?? [])
  const approximate = all.filter((place) => place.approximate).length
  useShortcut('/', t('ops-console.map.filter'), () => field.current?.focus())
  return (
    <>
      <PageHeader
        title={t('ops-console.map.title')}
        facts={t('ops-console.map.facts', { count: watched.length, approximate })}
        state={<LiveBadge status={status} />}
        primary={{ label: t('ops-console.menu.wall'), icon: 'layout-grid', href: '/city/ops-console/wall' }}
      />
      <TextInput
        ref={field}
        className={classes.filter}
        label={t('ops-console.map.filter')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {watched.length === 0 ? (
        <EmptyState icon="map-pin" title={t('ops-console.map.empty')} />
      ) : (
        <div className={classes.page}>
          <div>
            {all.length > 0 && <CityMap all={all} units={placed} />}
            {all.length > 0 && <p className={classes.keys}>{t('ops-console.map.keys')}</p>}
            {unplaced.length > 0 && (
              <section aria-labelledby="unplaced">
                <h2 id="unplaced" className={classes.heading}>
                  {t('ops-console.map.unplaced', { count: unplaced.length })}
                </h2>
                <UnitList units={unplaced} tray />
              </section>
            )}
          </div>
          <section aria-labelledby="units">
            <h2 id="units" className={classes.heading}>
              {t('ops-console.map.units', { count: units.length })}
            </h2>
            {units.length ? <UnitList units={units} /> : <p>{t('ops-console.wall.nothing')}</p>}
          </section>
        </div>
      )}
    </>
  )
}

function UnitList({ units, tray = false }: { units: UnitLine[]; tray?: boolean }) {
  return (
    <ul className={tray ? classes.tray : classes.list}>
      {units.map((one) => (
        <li key={one.unit}>
          <Link href={one.href} className={classes.unit} title={one.fullName}>
            <StateShape state={one.tone} size={12} label={one.state} /> <b>{one.name}</b>{' '}
            {one.line && <span className={classes.line}>{one.line}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
