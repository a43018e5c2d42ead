import { contracts } from '@unia/platform/contracts'
import { closeAccountsWithoutRole, derivedKeys, type Derivation } from '@unia/platform/memberships'
import { currentTenantId } from '@unia/platform/scope'
import { warsawDay } from '@unia/platform/values'
import { Pupils, Sections } from '@unia/secretariat/contract'
import { deriveEmployee, deriveGuardians, derivePupil, deriveTutors, tutorsOf } from '#users/models/deriving'
import { allEmployments } from '#users/queries/employments'

export interface Reconciliation {
  facts: number
  granted: number
  changed: number
  ended: number
  closedAccounts: number
}

/**
 * Counts every fact of this unit anew and makes the roles equal to them. All zeros but `facts` and the roles follow
 * them already: that is the proof.
 */
export async function reconcileUnit({ closeAccounts = true } = {}): Promise<Reconciliation> {
  const sum: Reconciliation = { facts: 0, granted: 0, changed: 0, ended: 0, closedAccounts: 0 }
  const add = (done: Derivation | null) => {
    if (!done) return
    sum.facts++
    for (const what of ['granted', 'changed', 'ended'] as const) sum[what] += done[what]
  }
  const here = await enrolledToday()
  const today = warsawDay()
  const turns = await derivedKeys('enrolment', today)
  const guarded = await derivedKeys('guardian_link', today)
  // A fact that is gone is seen only from the role it left.
  for (const id of new Set([...here, ...turns.keys(), ...guarded.keys()])) {
    add(await deriveGuardians(id))
    add(await derivePupil(id, turns.get(id) ?? null, here))
  }
  for (const id of await sectionKeys()) add(await deriveTutors(id))
  for (const { id } of await allEmployments()) add(await deriveEmployee(id))
  if (closeAccounts) sum.closedAccounts = await closeAccountsWithoutRole(currentTenantId())
  return sum
}

async function enrolledToday(): Promise<Set<string>> {
  const pupils = await contracts.optional(Pupils)
  return new Set((await pupils?.enrolledOn(warsawDay()))?.map(({ id }) => id))
}

async function sectionKeys(): Promise<Set<string>> {
  const today = warsawDay()
  const sections = (await (await contracts.optional(Sections))?.sectionsOn(today)) ?? []
  const tutored = sections.filter((section) => tutorsOf(section).length > 0).map(({ id }) => id)
  return new Set([...tutored, ...(await derivedKeys('section_tutor', today)).keys()])
}
