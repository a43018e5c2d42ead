import type { DeviceKind } from '#ops/inventory/device'
import type { DeviceView } from '#ops/stream/view'
import { isSick, severity } from './severity.ts'

export interface Dependency {
  child: string
  parent: string
}

/** The other end of a port, by LLDP. */
export interface PortNeighbour {
  localPort: string
  port: string | null
  name: string | null
  /** Id of the neighbour where it is watched itself. */
  device: string | null
}

export interface Branch {
  device: DeviceView
  children: Branch[]
  /** Further parents than the one it is drawn under. */
  also: DeviceView[]
  /** Whether it or anything below is not well. */
  sick: boolean
}

/** Nearest first: of several parents a device is drawn under the one that carries its traffic. */
const CARRIERS: readonly DeviceKind[] = ['switch', 'edge', 'cpe', 'core', 'other', 'endpoints', 'sepm']
const TOP: readonly DeviceKind[] = ['core', 'sepm']

/**
 * The dependencies as a tree: each device once, what hangs on nothing known at the top. Worst branches first.
 * A circle, which the inventory should not have, is cut where it is entered.
 */
export function topology(
  devices: ReadonlyMap<string, DeviceView>,
  dependencies: readonly Dependency[],
  nameOf: (device: DeviceView) => string
): Branch[] {
  const parents = parentsOf(devices, dependencies)
  const below = Map.groupBy(devices.values(), ({ id }) => parents.get(id)?.[0]?.id ?? '')
  const drawn = new Set<string>()
  const collator = new Intl.Collator('pl', { numeric: true })
  const order = (a: Branch, b: Branch) =>
    topRank(a) - topRank(b) || worst(a) - worst(b) || collator.compare(nameOf(a.device), nameOf(b.device))
  const branch = (device: DeviceView): Branch => {
    drawn.add(device.id)
    const children = (below.get(device.id) ?? [])
      .filter(({ id }) => !drawn.has(id))
      .map(branch)
      .sort(order)
    const sick = isSick(device) || children.some((one) => one.sick)
    return { device, children, also: parents.get(device.id)?.slice(1) ?? [], sick }
  }
  const roots = (below.get('') ?? []).map(branch)
  for (const device of devices.values()) if (!drawn.has(device.id)) roots.push(branch(device))
  return roots.sort(order)
}

/** The branches that lead to what is wanted; all of what hangs on a wanted device stays. */
export function pruned(branches: Branch[], wanted: (branch: Branch) => boolean): Branch[] {
  return branches.flatMap((one) => {
    if (wanted(one)) return [one]
    const children = pruned(one.children, wanted)
    return children.length ? [{ ...one, children }] : []
  })
}

/** Without what is well all the way down. */
export const sickOnly = (branches: Branch[]): Branch[] =>
  branches.filter(({ sick }) => sick).map((one) => ({ ...one, children: sickOnly(one.children) }))

/** How many devices the branches hold. */
export const sizeOf = (branches: Branch[]): number =>
  branches.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0)

function parentsOf(devices: ReadonlyMap<string, DeviceView>, dependencies: readonly Dependency[]) {
  const parents = new Map<string, DeviceView[]>()
  for (const { child, parent } of dependencies) {
    const above = devices.get(parent)
    if (above) parents.set(child, [...(parents.get(child) ?? []), above])
  }
  for (const list of parents.values())
    list.sort((a, b) => CARRIERS.indexOf(a.kind) - CARRIERS.indexOf(b.kind))
  return parents
}

const topRank = ({ device }: Branch) => (TOP.includes(device.kind) ? TOP.indexOf(device.kind) : TOP.length)

const worst = ({ device, children }: Branch): number => Math.min(severity(device), ...children.map(worst))
