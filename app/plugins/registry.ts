import { tenants } from '../tenancy/tenants.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { CORE_PERMISSIONS } from '../access/core_permissions.ts'
import type { FoundPlugin, RefusedPlugin } from './discover.ts'
import type { Permission, PluginManifest } from './manifest.ts'

/** The plugins of this process and, from the database, where they are switched on. */
class PluginRegistry {
  #plugins = new Map<string, FoundPlugin>()
  #permissions = new Map<string, Permission & { plugin: string | null }>()
  #enabled = new Map<number, Set<string>>()
  refused: RefusedPlugin[] = []

  load(plugins: FoundPlugin[], refused: RefusedPlugin[]) {
    this.#plugins = new Map(plugins.map((plugin) => [plugin.manifest.id, plugin]))
    this.refused = refused
    this.#permissions = new Map(
      Object.entries(CORE_PERMISSIONS).map(([id, permission]) => [id, { ...permission, plugin: null }])
    )
    for (const { manifest } of plugins) {
      for (const [id, permission] of Object.entries(manifest.permissions ?? {})) {
        this.#permissions.set(id, { ...permission, plugin: manifest.id })
      }
    }
  }

  /** Providers first. */
  all(): PluginManifest[] {
    return [...this.#plugins.values()].map((plugin) => plugin.manifest)
  }

  folders(): { id: string; folder: string }[] {
    return [...this.#plugins.values()].map(({ manifest, folder }) => ({ id: manifest.id, folder }))
  }

  get(id: string): PluginManifest | null {
    return this.#plugins.get(id)?.manifest ?? null
  }

  permission(id: string) {
    return this.#permissions.get(id) ?? null
  }

  permissions() {
    return [...this.#permissions].map(([id, permission]) => ({ id, ...permission }))
  }

  roleMay(role: string, permission: string): boolean {
    return this.#permissions.get(permission)?.roles.includes(role as never) ?? false
  }

  /** A permission of a plugin that is off grants nothing. */
  isPermissionAlive(permission: string, tenantId: number): boolean {
    const plugin = this.#permissions.get(permission)?.plugin
    return plugin === null || (plugin !== undefined && this.isActive(plugin, tenantId))
  }

  /** Loaded, granted by the file of an open tenant and switched on by its director. */
  isActive(pluginId: string, tenantId: number): boolean {
    const tenant = tenants.byId(tenantId)
    return (
      this.#plugins.has(pluginId) &&
      tenant?.status === 'open' &&
      tenant.entitled.includes(pluginId) &&
      (this.#enabled.get(tenantId)?.has(pluginId) ?? false)
    )
  }

  activeIn(tenantId: number): PluginManifest[] {
    return this.all().filter((plugin) => this.isActive(plugin.id, tenantId))
  }

  /** Reads where plugins are on; called at start and within a second of every change. */
  async refreshActivations() {
    const rows = await systemClient()
      .from('plugins_activations')
      .where('state', 'enabled')
      .select('tenant_id', 'plugin_id')
    const enabled = new Map<number, Set<string>>()
    for (const { tenant_id: tenant, plugin_id: plugin } of rows) {
      enabled.set(tenant, (enabled.get(tenant) ?? new Set()).add(plugin))
    }
    this.#enabled = enabled
  }
}

export const registry = new PluginRegistry()
