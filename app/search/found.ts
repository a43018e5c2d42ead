/** Most hits of one group. */
export const SEARCH_LIMIT = 6

export interface FoundGroup {
  label: string
  hits: { title: string; subtitle: string | null; href: string; icon: string }[]
}
