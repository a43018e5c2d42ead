import type { UnitKind } from './kinds.ts'

export interface TenantAddress {
  street: string | null
  postalCode: string | null
  city: string
  district: string | null
}

export interface TenantGeo {
  lat: number
  lon: number
  precision: 'address' | 'district_centroid_estimate'
}

export interface Management {
  /** An address, no name. */
  host: string
  /** UDP port of SNMP, 161 unless told otherwise. */
  port?: number
  /** The community, or `env:NAME` of the variable that holds it. */
  community?: string
  /** Interface that carries the fibre link, such as `ethernet1/1`. */
  wanInterface?: string
}

export interface EdgeDevice {
  model: string
  /** Where to ask the device; null until the IT department enters it, then the field simulator answers for it. */
  management: Management | null
  serial: string | null
  rollout: 'delivered' | 'installed' | 'pilot' | 'live' | 'spare' | 'rma' | 'retired'
  verified: boolean
}

export interface FibreLink {
  supplier: string
  state:
    | 'planned'
    | 'route_agreed'
    | 'cabinet_installed'
    | 'documented'
    | 'protocol_signed'
    | 'testing'
    | 'tests_passed'
    | 'active'
    | 'rework'
    | 'suspended'
    | 'decommissioned'
  capacityMbps: number
  verified: boolean
}

export interface TenantNetwork {
  edge: EdgeDevice
  link: FibreLink
  /** Among the 34 units of the 2019/2020 pilot. */
  pilotGroup: boolean
}

/** How far a file can be trusted: fields listed in `unverified` were not found in a source. */
export interface TenantVerification {
  record: boolean
  unverified: string[]
  source: string
  note?: string
}

/** One education unit as its file declares it. A unit with a parent is a component of that complex, not a tenant. */
export interface TenantDeclaration {
  slug: string
  name: string
  shortName: string
  kind: UnitKind
  parent: string | null
  /** Kinds a complex holds besides its own and those of its component files. */
  contains?: UnitKind[]
  address: TenantAddress
  patron: string | null
  geo: TenantGeo | null
  pupilsEstimate: number | null
  status: 'active' | 'merged' | 'unknown'
  verified: TenantVerification
  network?: TenantNetwork
  /** Differences from the profile of the kind. */
  plugins?: { add?: string[]; remove?: string[] }
}

/** Declares a unit of the city; `tenants:sync` checks it and names file, line and reason when it is wrong. */
export const defineTenant = (tenant: TenantDeclaration): TenantDeclaration => tenant
