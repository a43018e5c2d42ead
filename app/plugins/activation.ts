import type { PluginManifest } from './manifest.ts'

/** What decides about switching in one unit. Plugins stand providers first. */
export interface UnitPlugins {
  plugins: PluginManifest[]
  entitled: ReadonlySet<string>
  active: ReadonlySet<string>
}

export interface MissingContract {
  contract: string
  /** The plugin that would answer it, null when none is loaded. */
  provider: string | null
}

export type EnablePlan =
  | { outcome: 'enable' }
  | { outcome: 'unknown' }
  | { outcome: 'not_granted' }
  | { outcome: 'already' }
  | { outcome: 'missing'; missing: MissingContract[] }

export type DisablePlan =
  | { outcome: 'disable'; order: string[] }
  | { outcome: 'already' }
  | { outcome: 'dependants'; dependants: string[] }

/** Whether a plugin may be switched on: granted, and every contract it requires is answered in this unit. */
export function planEnable(id: string, unit: UnitPlugins): EnablePlan {
  const plugin = unit.plugins.find((each) => each.id === id)
  if (!plugin) return { outcome: 'unknown' }
  if (!unit.entitled.has(id)) return { outcome: 'not_granted' }
  if (unit.active.has(id)) return { outcome: 'already' }
  const missing = missingContracts(plugin, unit)
  return missing.length ? { outcome: 'missing', missing } : { outcome: 'enable' }
}

/** Without `cascade`, active plugins that need this one keep it on; with it they go first, the last in line foremost. */
export function planDisable(id: string, unit: UnitPlugins, { cascade }: { cascade: boolean }): DisablePlan {
  if (!unit.active.has(id)) return { outcome: 'already' }
  const dependants = dependantsOf(id, unit)
  if (dependants.length && !cascade) return { outcome: 'dependants', dependants }
  return { outcome: 'disable', order: [...dependants.toReversed(), id] }
}

/** Active plugins that cannot work without this one, directly or through another, providers first. */
export function dependantsOf(id: string, { plugins, active }: UnitPlugins): string[] {
  const fallen = new Set([id])
  for (const plugin of plugins) {
    if (!active.has(plugin.id) || plugin.id === id) continue
    const needsFallen = requiredProviders(plugin, plugins).some(
      ({ provider }) => provider && fallen.has(provider)
    )
    if (needsFallen) fallen.add(plugin.id)
  }
  fallen.delete(id)
  return [...fallen]
}

function missingContracts(plugin: PluginManifest, { plugins, active }: UnitPlugins): MissingContract[] {
  return requiredProviders(plugin, plugins).filter(({ provider }) => !provider || !active.has(provider))
}

function requiredProviders(plugin: PluginManifest, plugins: PluginManifest[]): MissingContract[] {
  return (plugin.needs ?? [])
    .filter((need) => need.required)
    .map(({ contract }) => ({
      contract: contract.id,
      provider:
        plugins.find((each) => each.provides?.some((provision) => provision.contract.id === contract.id))
          ?.id ?? null,
    }))
}
