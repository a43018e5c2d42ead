import type { FoundPlugin, RefusedPlugin } from './discover.ts'

export interface Resolution {
  /** Providers before those who need them. */
  ordered: FoundPlugin[]
  refused: RefusedPlugin[]
}

/**
 * Orders plugins by their contracts. Refused are: second bearers of an id, second providers of a contract, those whose
 * required contract nobody provides (also because its provider was refused), and cycles, named step by step.
 */
export function resolvePlugins(plugins: FoundPlugin[]): Resolution {
  const refused: RefusedPlugin[] = []
  const refuse = (plugin: FoundPlugin, problem: string) => {
    refused.push({ id: plugin.manifest.id, folder: plugin.folder, problems: [problem] })
  }
  const byId = new Map<string, FoundPlugin>()
  const providers = new Map<string, FoundPlugin>()
  for (const plugin of plugins) {
    const { id, provides = [] } = plugin.manifest
    const rival = provides.map(({ contract }) => providers.get(contract.id)).find(Boolean)
    if (byId.has(id)) refuse(plugin, `id "${id}" is taken by ${byId.get(id)!.folder}`)
    else if (rival) refuse(plugin, `contract is already provided by "${rival.manifest.id}"`)
    else {
      byId.set(id, plugin)
      for (const { contract } of provides) providers.set(contract.id, plugin)
    }
  }
  dropUnmet(byId, providers, refuse)
  return { ordered: order(byId, providers, refuse), refused }
}

type Refuse = (plugin: FoundPlugin, problem: string) => void

function dropUnmet(byId: Map<string, FoundPlugin>, providers: Map<string, FoundPlugin>, refuse: Refuse) {
  for (let changed = true; changed;) {
    changed = false
    for (const [id, plugin] of byId) {
      const missing = plugin.manifest.needs?.find(
        (need) => need.required && !byId.has(providers.get(need.contract.id)?.manifest.id ?? '')
      )
      if (!missing) continue
      refuse(plugin, `needs contract "${missing.contract.id}", which no loaded plugin provides`)
      byId.delete(id)
      changed = true
    }
  }
}

function order(byId: Map<string, FoundPlugin>, providers: Map<string, FoundPlugin>, refuse: Refuse) {
  const ordered: FoundPlugin[] = []
  const state = new Map<string, 'visiting' | 'done' | 'refused'>()
  const visit = (plugin: FoundPlugin, path: string[]): boolean => {
    const { id } = plugin.manifest
    if (state.get(id) === 'done') return true
    if (state.get(id) === 'refused') return false
    if (state.get(id) === 'visiting') {
      refuse(plugin, `contracts form a cycle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`)
      state.set(id, 'refused')
      return false
    }
    state.set(id, 'visiting')
    for (const need of plugin.manifest.needs ?? []) {
      const provider = providers.get(need.contract.id)
      if (!provider || !byId.has(provider.manifest.id)) continue
      if (visit(provider, [...path, id]) || !need.required) continue
      if (state.get(id) !== 'refused') refuse(plugin, `needs "${need.contract.id}" of a refused plugin`)
      state.set(id, 'refused')
    }
    if (state.get(id) === 'refused') return false
    state.set(id, 'done')
    ordered.push(plugin)
    return true
  }
  for (const plugin of byId.values()) visit(plugin, [])
  return ordered
}
