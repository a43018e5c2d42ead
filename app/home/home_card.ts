export type { ChildPart, FamilyContext, FamilySlot } from './family_part.ts'

/** What a plugin shows on the home page of a unit or of the city. */
export interface HomeCard {
  id: string
  permission: string
  /** Small cards come first; wide ones span two columns. */
  size?: 'small' | 'wide'
  order?: number
  city?: boolean
  load: () => Promise<{ default: (ctx: HomeCardContext) => Promise<HomeCardContent | null> }>
}

export interface HomeCardContext {
  tenantId: number | null
  tenantSlug: string
  accountId: string
  can: (permission: string) => boolean
}

/** Texts are message keys of the plugin with their values; every figure links to its list. */
export interface HomeCardContent {
  title: string
  figures: { label: string; value: number | string; href?: string; state?: CardState }[]
  needs?: {
    text: string
    values?: Record<string, string | number>
    href: string
    due?: string
    state?: CardState
  }[]
  href?: string
}

export type CardState = 'ok' | 'warning' | 'critical' | 'unknown' | 'maintenance'
