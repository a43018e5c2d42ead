/** What ⌘K finds in a unit or in the city. Titles are data, the label of the group is a message key. */
export interface SearchProvider {
  id: string
  permission: string
  label: string
  icon: string
  city?: boolean
  load: () => Promise<{ default: (query: string, limit: number, asker: Asker) => Promise<SearchHit[]> }>
}

export interface SearchHit {
  title: string
  subtitle?: string
  /** Path below /<unit>/<plugin> or /city/<plugin>. */
  path: string
}

/** Who searches: a provider shows nobody what their own pages would not show. */
export interface Asker {
  personId: string
  can(permission: string): boolean
}
