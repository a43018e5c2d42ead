import type { DeviceKind } from '#ops/inventory/device'
import type { DeviceView } from '#ops/stream/view'
import { isSick, severity } from './severity.ts'

/** A unit's link, firewall and workstations as one tile; `worst` gives the tile its state and its line. */
export interface UnitTile {
  unit: string
  unitName: string
  tenantId: number
  parts: DeviceView[]
  worst: DeviceView
  sick: boolean
}

const PARTS: readonly DeviceKind[] = ['cpe', 'edge', 'endpoints', 'switch', 'other']
const CITY_PARTS: readonly DeviceKind[] = ['core', 'sepm']

/** What nobody asks (delivered, in the box) says nothing about a unit. */
const isWatched = ({ state }: DeviceView) => state !== 'DISABLED'

/**
 * One tile for each unit that has something watched. Among its parts the worst counts; when two are as bad, the one
 * nearer to the city, because the others hang on it.
 */
export function unitTiles(devices: Iterable<DeviceView>): UnitTile[] {
  const units = new Map<string, DeviceView[]>()
  for (const device of devices) {
    if (!PARTS.includes(device.kind)) continue
    const parts = units.get(device.unit)
    if (parts) parts.push(device)
    else units.set(device.unit, [device])
  }
  return [...units].flatMap(([unit, all]) => {
    const parts = all.sort((a, b) => PARTS.indexOf(a.kind) - PARTS.indexOf(b.kind))
    const watched = parts.filter(isWatched)
    if (!watched.length) return []
    const worst = watched.reduce((most, one) => (severity(one) < severity(most) ? one : most))
    const main = isSick(worst) ? worst : (watched.find(({ kind }) => kind === 'edge') ?? worst)
    return [
      {
        unit,
        unitName: main.unitName,
        tenantId: main.tenantId,
        parts: watched,
        worst: main,
        sick: isSick(main),
      },
    ]
  })
}

/** What the whole city hangs on: its core and its endpoint server. */
export const cityEntities = (devices: Iterable<DeviceView>): DeviceView[] =>
  [...devices]
    .filter((device) => CITY_PARTS.includes(device.kind) && isWatched(device))
    .sort((a, b) => CITY_PARTS.indexOf(a.kind) - CITY_PARTS.indexOf(b.kind))

/** Worst first, then by the name that the tile shows, as Polish sorts. */
export function tilesBySeverity(tiles: UnitTile[], nameOf: (tile: UnitTile) => string): UnitTile[] {
  const collator = new Intl.Collator('pl', { numeric: true })
  return [...tiles].sort(
    (a, b) => severity(a.worst) - severity(b.worst) || collator.compare(nameOf(a), nameOf(b))
  )
}
