import type { Server } from 'socket.io'
import type { Identity } from '../identity/identity.ts'
import type { Contract, Need, Provision } from '../contracts/contract.ts'
import type { Level, Role } from '../access/roles.ts'
import type { FamilySlot } from '../home/family_part.ts'
import type { HomeCard } from '../home/home_card.ts'
import type { SearchProvider } from '../search/search_provider.ts'
import type { EventDefinition, Subscription } from '../bus/index.ts'
import type { JobDefinition } from '../jobs/index.ts'
import type { UnitKind } from '../tenancy/files/kinds.ts'
import type { CityRoutes, UnitRoutes } from './plugin_router.ts'

export interface Permission {
  level: Level
  risk?: 'personal' | 'financial' | 'irreversible'
  /** Roles that hold it unless the city decides otherwise. */
  roles: Role[]
}

export interface MenuItem {
  id: string
  /** Path below /<unit>/<plugin>, or below /city/<plugin> when `city`. */
  path: string
  /** Tabler icon name without prefix. */
  icon: string
  section: 'today' | 'teaching' | 'people' | 'money' | 'building' | 'city'
  permission: string
  order?: number
  city?: boolean
}

export interface PersonalData {
  data: string
  basis: string
  retention: string
}

type Lazy<T> = () => Promise<{ default: T }>

/** What a plugin adds that its folders cannot tell. Data and lazy functions only: no models, no controllers. */
export interface PluginManifest {
  /** kebab-case; prefix of its tables, permissions, events and messages. */
  id: string
  version: string
  /** Range of @unia/platform it was made for. */
  platform: string
  area: string
  kinds: readonly UnitKind[] | 'all'
  provides?: Provision[]
  needs?: Need[]
  permissions?: Record<string, Permission>
  menu?: MenuItem[]
  cards?: HomeCard[]
  /** What a family reads about its children, joined over all units. */
  family?: FamilySlot[]
  search?: SearchProvider[]
  publishes?: EventDefinition[]
  subscribes?: Subscription[]
  jobs?: Lazy<JobDefinition>[]
  /** Routes below /:unit/<id>. */
  routes?: Lazy<UnitRoutes>
  /** Routes below /city/<id>; read across tenants through the city role. */
  cityRoutes?: Lazy<CityRoutes>
  /** Started with the web process, stopped with it: sockets and the like. */
  service?: Lazy<PluginService>
  personalData?: PersonalData[]
}

export interface ServiceContext {
  /** The hub's Socket.IO server, for namespaces of the plugin's own. */
  io: Server
  /** Who is behind a socket, from its cookie header; null for nobody. `keepAwake`: asking counts as activity. */
  identityOf(cookieHeader: string | undefined, options?: { keepAwake?: boolean }): Promise<Identity | null>
  /** Whether the plugin is on in an open unit. */
  isActiveIn(tenantId: number): boolean
}

export interface PluginService {
  start(context: ServiceContext): Promise<void>
  stop(): Promise<void>
}

/**
 * Declares a plugin.
 *
 * @example
 * export default definePlugin({
 *   id: 'library', version: '1.0.0', platform: '^0.1', area: 'resources', kinds: ['primary'],
 *   permissions: { 'library.book.view': { level: 'unit', roles: ['librarian', 'teacher'] } },
 *   routes: () => import('#library/routes'),
 * })
 */
export const definePlugin = (manifest: PluginManifest): PluginManifest => manifest

export type { Contract, UnitKind }
