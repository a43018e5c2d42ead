import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../../access/errors.ts'
import { notice, page } from '../../http/page.ts'
import { accountNames } from '../../identity/account_names.ts'
import { planDisable, planEnable } from '../activation.ts'
import { listOfNames, pluginName } from '../plugin_facts.ts'
import { unitPluginList } from '../unit_plugin_list.ts'
import { switchPlugins } from '../switch_plugin.ts'
import { activationsHere, unitPlugins } from '../unit_plugins.ts'

/** Plugins of one unit: what the city granted and the director switches. */
export default class PluginsController {
  async index(ctx: HttpContext) {
    const activations = await activationsHere()
    const names = await accountNames([...activations.values()].map(({ changedBy }) => changedBy))
    const unit = unitPlugins(ctx.place!.tenant!.id, activations)
    return page(ctx, 'core/plugins/index', {
      areas: unitPluginList(unit, activations, names, ctx.i18n),
      canSwitch: ctx.place!.can('core.plugin.switch'),
    })
  }

  /** `with` names plugins that an undone cascade had switched off as well. */
  async enable(ctx: HttpContext) {
    const ids = [ctx.params.plugin as string, ...list(ctx.request.qs().with)]
    const activations = await activationsHere()
    const unit = unitPlugins(ctx.place!.tenant!.id, activations)
    for (const id of ids) {
      const plan = planEnable(id, unit)
      if (plan.outcome === 'unknown' || plan.outcome === 'not_granted') throw new NotFound()
      if (plan.outcome === 'missing') {
        const needed = listOfNames(
          plan.missing.map(({ contract, provider }) => provider ?? contract),
          ctx.i18n
        )
        notice(ctx, {
          tone: 'warning',
          text: 'core.plugins.missing',
          values: { name: pluginName(id, ctx.i18n), needed },
        })
        return ctx.response.redirect().back()
      }
      unit.active = new Set([...unit.active, id])
    }
    await switchPlugins(ids, 'enabled', ctx.identity!.accountId)
    notice(ctx, {
      tone: 'success',
      text: 'core.plugins.enabled',
      values: { name: listOfNames(ids, ctx.i18n) },
      undo: { href: `${hrefOf(ctx)}?cascade=1`, method: 'delete', label: 'core.plugins.undo' },
    })
    return ctx.response.redirect().back()
  }

  async disable(ctx: HttpContext) {
    const id = ctx.params.plugin as string
    const unit = unitPlugins(ctx.place!.tenant!.id, await activationsHere())
    const plan = planDisable(id, unit, { cascade: ctx.request.qs().cascade === '1' })
    const name = pluginName(id, ctx.i18n)
    if (plan.outcome === 'already') throw new NotFound()
    if (plan.outcome === 'dependants') {
      const dependants = listOfNames(plan.dependants, ctx.i18n)
      notice(ctx, { tone: 'warning', text: 'core.plugins.needed_by', values: { name, dependants } })
      return ctx.response.redirect().back()
    }
    await switchPlugins(plan.order, 'disabled', ctx.identity!.accountId)
    const others = plan.order.filter((each) => each !== id).toReversed()
    const query = others.length ? `?with=${others.join(',')}` : ''
    notice(ctx, {
      tone: 'success',
      text: 'core.plugins.disabled',
      values: { name: listOfNames([id, ...others], ctx.i18n) },
      undo: { href: `${hrefOf(ctx)}${query}`, method: 'post', label: 'core.plugins.undo' },
    })
    return ctx.response.redirect().back()
  }
}

const hrefOf = (ctx: HttpContext) => `/${ctx.place!.slug}/plugins/${ctx.params.plugin}/activation`

const list = (value: unknown) => (typeof value === 'string' ? value.split(',').filter(Boolean) : [])
