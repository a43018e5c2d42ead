import { useRef, useState } from 'react'
import { EmptyState, LiveBadge, PageHeader, Switch, TextInput, useShortcut, useT } from '@unia/ui'
import type { Snapshot } from '#ops/stream/snapshot'
import type { DeviceView } from '#ops/stream/view'
import { matches } from '../domain/matches.ts'
import { isSick } from '../domain/severity.ts'
import * as tree from '../domain/topology.ts'
import { Branches } from './parts/branches.tsx'
import { useDevices } from './parts/use_devices.ts'
import { useFact } from './parts/use_fact.ts'
import { useNow } from './parts/use_now.ts'
import classes from './parts/topology.module.css'

interface Props {
  snapshot: Snapshot
  names: Record<string, string>
  dependencies: tree.Dependency[]
  neighbours: Record<string, tree.PortNeighbour[]>
}

/** The dependencies as a nested list: first only what is not well, on request or by search the rest. */
export default function Topology({ snapshot, names, dependencies, neighbours }: Props) {
  const t = useT()
  const now = useNow()
  const factText = useFact()
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [sickOnly, setSickOnly] = useState(true)
  const { devices, status } = useDevices('city', { devices: snapshot.devices })
  const nameOf = ({ unit, unitName }: DeviceView) => names[unit] ?? unitName
  const whole = tree.topology(devices, dependencies, nameOf)
  const wanted = ({ device }: tree.Branch) =>
    matches(query, [
      ...[nameOf(device), device.unitName, t(`ops-console.kind.${device.kind}`), device.model ?? ''],
      ...[factText(device.fact, now), ...(neighbours[device.id] ?? []).map(({ name }) => name ?? '')],
    ])
  const searching = query.trim() !== ''
  const shown = searching ? tree.pruned(whole, wanted) : sickOnly ? tree.sickOnly(whole) : whole
  const hidden = devices.size - tree.sizeOf(shown)
  useShortcut('/', t('ops-console.topology.filter'), () => field.current?.focus())
  return (
    <>
      <PageHeader
        title={t('ops-console.topology.title')}
        facts={t('ops-console.topology.facts', {
          count: devices.size,
          sick: [...devices.values()].filter(isSick).length,
        })}
        state={<LiveBadge status={status} />}
        primary={{ label: t('ops-console.menu.map'), icon: 'map-pin', href: '/city/ops-console/map' }}
      />
      <div className={classes.tools}>
        <TextInput
          ref={field}
          className={classes.filter}
          label={t('ops-console.topology.filter')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Switch
          label={t('ops-console.topology.sick_only')}
          checked={sickOnly && !searching}
          disabled={searching}
          onChange={(event) => setSickOnly(event.currentTarget.checked)}
        />
      </div>
      {devices.size === 0 ? (
        <EmptyState icon="network" title={t('ops-console.topology.empty')} />
      ) : shown.length === 0 ? (
        <p>{t(`ops-console.topology.${searching ? 'nothing' : 'well'}`)}</p>
      ) : (
        <Branches branches={shown} {...{ nameOf, neighbours }} open={searching ? 'all' : 'sick'} top />
      )}
      {!searching && shown.length > 0 && hidden > 0 && (
        <p className={classes.dim}>{t('ops-console.topology.hidden', { count: hidden })}</p>
      )}
    </>
  )
}
