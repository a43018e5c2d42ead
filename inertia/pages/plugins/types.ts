export interface PluginFacts {
  id: string
  name: string
  description: string
  version: string
  menu: string[]
  permissions: { label: string; risk: 'personal' | 'financial' | 'irreversible' | null }[]
  cards: number
  search: string[]
  personalData: { data: string; basis: string; retention: string }[]
}

export interface UnitPlugin extends PluginFacts {
  state: 'on' | 'off'
  dependants: string[]
  needs: { name: string; required: boolean; met: boolean }[]
  changedAt: string | null
  changedBy: string | null
}

export interface RefusedPlugin {
  id: string
  name: string
  state: 'refused'
}
