import { inTenant } from '@unia/platform/scope'
import { reconcileUnit, type Reconciliation } from '#users/models/reconciling'

class OnlyLooked extends Error {
  constructor(readonly found: Reconciliation) {
    super('E_ONLY_LOOKED')
  }
}

/** One unit's roles made equal to its facts; with `check` everything is done and taken back. */
export async function reconcile(tenantId: number, check = false): Promise<Reconciliation> {
  try {
    return await inTenant(tenantId, async () => {
      const found = await reconcileUnit({ closeAccounts: !check })
      if (check) throw new OnlyLooked(found)
      return found
    })
  } catch (error) {
    if (error instanceof OnlyLooked) return error.found
    throw error
  }
}
