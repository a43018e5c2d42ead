import { currentTenantId } from '../tenancy/scope.ts'
import { registry } from '../plugins/registry.ts'
import type { PluginManifest } from '../plugins/manifest.ts'
import type { Contract, Provision } from './contract.ts'

/** Answers contracts with their provider's implementation, in the tenant's own transaction. */
class ContractRegistry {
  #provisions = new Map<string, { plugin: string; provision: Provision }>()
  #made = new Map<string, unknown>()

  load(plugins: PluginManifest[]) {
    this.#made.clear()
    this.#provisions = new Map(
      plugins.flatMap((plugin) =>
        (plugin.provides ?? []).map(
          (provision) => [provision.contract.id, { plugin: plugin.id, provision }] as const
        )
      )
    )
  }

  /** The implementation, or null when nobody provides it or its plugin is off in this unit. */
  async optional<T>(contract: Contract<T>): Promise<T | null> {
    const entry = this.#provisions.get(contract.id)
    if (!entry || !registry.isActive(entry.plugin, currentTenantId())) return null
    if (!this.#made.has(contract.id)) {
      const { default: Implementation } = await entry.provision.load()
      this.#made.set(contract.id, new Implementation())
    }
    return this.#made.get(contract.id) as T
  }

  /** Like `optional`, but throws E_CONTRACT_UNAVAILABLE. */
  async require<T>(contract: Contract<T>): Promise<T> {
    const answer = await this.optional(contract)
    if (!answer) throw new Error(`E_CONTRACT_UNAVAILABLE: "${contract.id}" is not available in this unit`)
    return answer
  }

  /** Replaces an implementation, for tests; returns how to undo it. */
  fake<T>(contract: Contract<T>, answer: T): () => void {
    const before = this.#made.get(contract.id)
    this.#made.set(contract.id, answer)
    return () => (before ? this.#made.set(contract.id, before) : this.#made.delete(contract.id))
  }
}

export const contracts = new ContractRegistry()
