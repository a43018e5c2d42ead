import type { UnitKind } from './kinds.ts'

export interface TenantProfile {
  kind: UnitKind
  /** Ids of the plugins a unit of this kind is entitled to; the director turns them on. */
  plugins: string[]
}

/** Declares what units of one kind are entitled to. */
export const defineProfile = (profile: TenantProfile): TenantProfile => profile
