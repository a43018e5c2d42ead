import type { HttpContext } from '@adonisjs/core/http'
import { act, opsPool } from '#ops/acting'
import { limitsOf } from './limits.ts'
import type { ContractLink } from './links.ts'
import { readInputs } from './read_inputs.ts'
import { keepReport } from './reports.ts'

/** Settles these links' month in the name of the person; returns how many versions are new. */
export async function settleMonth(
  ctx: HttpContext,
  links: readonly ContractLink[],
  month: string
): Promise<number> {
  const limits = limitsOf(month)
  const by = { id: ctx.identity!.accountId, name: ctx.identity!.name }
  let added = 0
  for (const link of links) {
    const inputs = await readInputs(opsPool(), link, month, limits)
    if (!inputs) continue
    const kept = await act(ctx, link.tenantId, (trx) => keepReport(trx, link, inputs, by))
    if (kept.added) added++
  }
  return added
}
