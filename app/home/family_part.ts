import type { HomeCardContent } from './home_card.ts'

/** What a plugin tells a family about its children in one unit, on the page that joins all units. */
export interface FamilySlot {
  id: string
  permission: string
  order?: number
  load: () => Promise<{ default: (ctx: FamilyContext) => Promise<ChildPart[]> }>
}

export interface FamilyContext {
  tenantId: number
  tenantSlug: string
  /** The guardian, or the pupil; a plugin answers for this person's children only. */
  personId: string
  can: (permission: string) => boolean
}

/** About one child; the plugin that keeps pupils gives the name, others add. Texts are message keys with values. */
export interface ChildPart {
  pupilId: string
  name?: string
  /** Class or group. */
  group?: string
  href?: string
  figures?: HomeCardContent['figures']
  needs?: HomeCardContent['needs']
}
