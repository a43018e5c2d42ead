import type { Knex } from 'knex'
import type { Actor } from './acknowledge.ts'
import { COLUMNS, runningTurn, WINDOWS, type Window } from './windows.ts'

export type WindowForm = Pick<
  Window,
  | 'tenantId'
  | 'scope'
  | 'deviceId'
  | 'startsAt'
  | 'endsAt'
  | 'repeats'
  | 'repeatsUntil'
  | 'subtree'
  | 'slaExcluded'
  | 'announcedAt'
  | 'reason'
  | 'supplier'
  | 'supplierReference'
>

const row = (form: WindowForm) => ({
  ...{ tenant_id: form.tenantId, scope: form.scope, device_id: form.deviceId },
  ...{
    starts_at: form.startsAt,
    ends_at: form.endsAt,
    repeats: form.repeats,
    repeats_until: form.repeatsUntil,
  },
  ...{ subtree: form.subtree, sla_excluded: form.slaExcluded, announced_at: form.announcedAt },
  ...{ reason: form.reason, supplier: form.supplier, supplier_reference: form.supplierReference },
})

/** Enters agreed work. The collector sees it within seconds. */
export async function openWindow(trx: Knex, form: WindowForm, by: Actor): Promise<string> {
  const [made] = await trx(WINDOWS)
    .insert({ ...row(form), author_id: by.id, author_name: by.name })
    .returning('id')
  await hint(trx)
  return made.id
}

export async function changeWindow(trx: Knex, id: string, form: WindowForm) {
  const { tenant_id, ...change } = row(form)
  await trx(WINDOWS).where({ tenant_id, id }).update(change)
  await hint(trx)
}

/**
 * Ends a window now: one that stands alone for good; of a repeated one the turn that runs, or the whole of it when
 * none runs or `forGood`.
 */
export async function endWindow(trx: Knex, id: string, now: Date, forGood = false): Promise<boolean> {
  const window: Window | undefined = await trx(WINDOWS)
    .where({ id })
    .whereNull('ended_at')
    .select(COLUMNS)
    .first()
  if (!window) return false
  const turn = runningTurn(window, now)
  const cut = turn && window.repeats !== 'none' && !forGood
  await trx(WINDOWS)
    .where({ tenant_id: window.tenantId, id })
    .update(cut ? { cut_until: turn.until } : { ended_at: now })
  await hint(trx)
  return true
}

/** The inventory's own hint: what is in work has changed. */
const hint = (trx: Knex) => trx.raw(`notify ops_console, 'inventory'`)
