import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { DEFAULT_RULES } from '#ops/health/default_rules'
import { keepRule, resetRule } from '#ops/health/keep_rule'
import { limitMistakes } from '#ops/health/rule_limits'
import { scopeOf } from '#ops/health/rule_scope'
import { RULES_TABLE } from '#ops/health/rule_set'
import { ruleRow, ruleRows } from '#ops/queries/rule_list'
import { previewRule } from '#ops/queries/rule_preview'
import { scopeChoices, scopeTenant } from '#ops/queries/rule_scopes'
import { scopedKnex } from '#ops/queries/scoped'
import { ruleValidator } from '#ops/validators/rules'
import { recordId } from './record_id.ts'

const LIST = '/city/ops-console/rules'

/** From which figures on the console speaks of a trouble, and for whom that is different. */
export default class RulesController {
  async index(ctx: HttpContext) {
    return page(ctx, 'ops-console/rules', {
      rules: await ruleRows(scopedKnex()),
      may: { manage: ctx.place!.can('ops-console.rule.manage') },
    })
  }

  async edit(ctx: HttpContext) {
    const rule = ruleOf(ctx)
    const knex = scopedKnex()
    const { scope } = ctx.request.qs()
    const changed = (await ruleRows(knex)).find(({ code }) => code === rule.code)!.overrides
    return page(ctx, 'ops-console/rule', {
      rule: ruleRow(rule),
      choices: await scopeChoices(knex, rule),
      override: changed.find((one) => one.scope === scope) ?? null,
    })
  }

  /** Who would be beyond these limits now. */
  async preview(ctx: HttpContext) {
    const { code, scope, limits } = await this.#asked(ctx)
    return previewRule(scopedKnex(), code, scope, limits)
  }

  async update(ctx: HttpContext) {
    const { tenantId, ...change } = await this.#asked(ctx)
    await act(ctx, tenantId, (trx) => keepRule(trx, tenantId, change))
    notice(ctx, { tone: 'success', text: 'ops-console.rule.saved' })
    return ctx.response.redirect(LIST)
  }

  async destroy(ctx: HttpContext) {
    const id = recordId(ctx)
    const kept = await scopedKnex()(RULES_TABLE).where({ id }).first('tenant_id')
    if (!kept || !(await act(ctx, kept.tenant_id, (trx) => resetRule(trx, kept.tenant_id, id)))) {
      throw new NotFound()
    }
    notice(ctx, { tone: 'success', text: 'ops-console.rule.was_reset' })
    return ctx.response.redirect(LIST)
  }

  async #asked(ctx: HttpContext) {
    const rule = ruleOf(ctx)
    const { scope: text, ...limits } = await ctx.request.validateUsing(ruleValidator)
    const scope = scopeOf(text)
    const tenantId = scope && (await scopeTenant(scopedKnex(), rule, scope))
    if (!scope || tenantId === null) refuse(ctx, { scope: 'ops-console.rule.unknown_scope' })
    const mistakes = limitMistakes(rule, limits)
    if (Object.keys(mistakes).length > 0) refuse(ctx, mistakes)
    return { code: rule.code, scope, limits, tenantId }
  }
}

function ruleOf({ params }: HttpContext) {
  const rule = DEFAULT_RULES.find(({ code }) => code === params.code)
  if (!rule) throw new NotFound()
  return rule
}
