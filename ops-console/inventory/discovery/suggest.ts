import type { Device, DeviceKind } from '../device.ts'
import type { Found } from './found.ts'

export interface Suggested extends Found {
  /** The entity that it is already. */
  known: { id: string; key: string; unit: string } | null
  /** Slug of the unit that its name speaks of. */
  unit: string | null
  kind: Extract<DeviceKind, 'edge' | 'cpe' | 'switch'>
}

const KINDS = { panos: 'edge', routeros: 'cpe', other: 'switch' } as const

/** What answered, with the entity that it is already, or else where it seems to belong. */
export function suggest(
  found: readonly Found[],
  devices: readonly (Pick<Device, 'id' | 'key' | 'host' | 'port' | 'serial' | 'tenant_id'> & {
    unit: string
  })[],
  slugs: readonly string[],
  port = 161
): Suggested[] {
  const longestFirst = [...slugs].sort((a, b) => b.length - a.length)
  return found.map((one) => {
    const same = devices.find(
      ({ host, port: at, serial }) =>
        (host === one.address && at === port) || (serial !== null && serial === one.serial)
    )
    const name = `-${one.name?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') ?? ''}-`
    return {
      ...one,
      known: same ? { id: same.id, key: same.key, unit: same.unit } : null,
      unit: longestFirst.find((slug) => name.includes(`-${slug}-`)) ?? null,
      kind: KINDS[one.family ?? 'other'] ?? 'switch',
    }
  })
}
