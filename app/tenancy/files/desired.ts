import type { TenantDeclaration, TenantGeo, TenantVerification } from './define_tenant.ts'
import { unitKinds, type UnitKind } from './kinds.ts'
import type { TenantFiles } from './read_tenant_files.ts'

/** A row of `core.tenancy_units` as the files want it. The complex itself is a unit of its tenant, too. */
export interface UnitRow {
  slug: string
  name: string
  shortName: string
  kind: string
  patron: string | null
  street: string | null
  postalCode: string | null
  city: string | null
  district: string | null
  geo: TenantGeo | null
  pupilsEstimate: number | null
  status: string
  verified: TenantVerification | Record<string, never>
}

/** A row of `core.tenancy_tenants` with its units. */
export interface TenantRow {
  slug: string
  name: string
  shortName: string
  kind: string
  kinds: string[]
  entitled: string[]
  status: 'open' | 'closed'
  units: UnitRow[]
}

/** Joins components to their complexes and works out kinds and entitlements. */
export function desiredTenants(files: Pick<TenantFiles, 'tenants' | 'profiles'>): TenantRow[] {
  return files.tenants
    .filter(({ parent }) => parent === null)
    .map((tenant) => {
      const components = files.tenants.filter(({ parent }) => parent === tenant.slug)
      const kinds = kindsOf(tenant, components)
      return {
        slug: tenant.slug,
        name: tenant.name,
        shortName: tenant.shortName,
        kind: tenant.kind,
        kinds,
        entitled: entitled(
          tenant,
          kinds,
          files.profiles,
          [tenant, ...components].some(({ network }) => network)
        ),
        status: tenant.status === 'merged' ? 'closed' : 'open',
        units: [tenant, ...components].map(unitRow),
      }
    })
}

function kindsOf(tenant: TenantDeclaration, components: TenantDeclaration[]): UnitKind[] {
  const parts = components.filter(({ status }) => status !== 'merged').map(({ kind }) => kind)
  const all = new Set([tenant.kind, ...(tenant.contains ?? []), ...parts])
  return unitKinds.filter((kind) => all.has(kind))
}

function entitled(
  { plugins }: TenantDeclaration,
  kinds: UnitKind[],
  profiles: Map<UnitKind, string[]>,
  hasNetwork: boolean
): string[] {
  const ids = new Set([...kinds.flatMap((kind) => profiles.get(kind) ?? []), ...(plugins?.add ?? [])])
  // Who has a device sees the building's network; the city's console is not bound to a unit.
  if (hasNetwork) ids.add('ops-console')
  for (const id of plugins?.remove ?? []) ids.delete(id)
  return [...ids].sort()
}

const unitRow = (unit: TenantDeclaration): UnitRow => ({
  slug: unit.slug,
  name: unit.name,
  shortName: unit.shortName,
  kind: unit.kind,
  patron: unit.patron,
  ...unit.address,
  geo: unit.geo,
  pupilsEstimate: unit.pupilsEstimate,
  status: unit.status,
  verified: unit.verified,
})
