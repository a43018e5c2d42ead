import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../../access/errors.ts'
import { notice, page } from '../../http/page.ts'
import { refuse } from '../../http/refuse.ts'
import { warsawDay } from '../../values/index.ts'
import { allCityValues, cityParameters, enterCityValue, ParameterOverlap, revokeCityValue } from '../index.ts'
import { parameterList } from '../parameter_list.ts'
import { query } from '../parameters_provider.ts'
import { readValue } from '../read_value.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const entered = vine.create({
  parameter: vine.string(),
  value: vine.string().trim().maxLength(20_000),
  from: vine.string().regex(DAY),
  to: vine.string().regex(DAY).nullable(),
  verify: vine.boolean().optional(),
  note: vine.string().trim().maxLength(500).nullable().optional(),
})
const withdrawn = vine.create({ reason: vine.string().trim().minLength(5).maxLength(500) })

/** Dated values of law and of the city: what holds, since when, by which act. */
export default class ParametersController {
  async index(ctx: HttpContext) {
    const history = await allCityValues(query)
    return page(ctx, 'core/parameters/index', {
      parameters: await parameterList(cityParameters(), history, warsawDay(), ctx.i18n),
      today: warsawDay(),
      mayChange: ctx.place!.can('core.parameter.change'),
    })
  }

  async store(ctx: HttpContext) {
    const { parameter, from, to, verify, note, ...rest } = await ctx.request.validateUsing(entered)
    const parameters = cityParameters()
    const definition = parameters.all().find(({ id }) => id === parameter)
    if (!definition) throw new NotFound()
    const value = readValue(definition.type, rest.value)
    if (value === null) refuse(ctx, { value: 'core.parameters.error.value' })
    if (to && to < from) refuse(ctx, { to: 'core.parameters.error.order' })
    try {
      const by = ctx.identity!.accountId
      await enterCityValue(query, definition, { from, to, value, verify, note: note ?? undefined, by })
    } catch (error) {
      if (error instanceof ParameterOverlap) refuse(ctx, { from: 'core.parameters.error.overlap' })
      throw error
    }
    await parameters.refresh()
    notice(ctx, { tone: 'success', text: 'core.parameters.saved' })
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(withdrawn)
    const { id } = ctx.params
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFound()
    if (!(await revokeCityValue(query, id, ctx.identity!.accountId, reason))) throw new NotFound()
    await cityParameters().refresh()
    notice(ctx, { tone: 'success', text: 'core.parameters.withdrawn' })
    return ctx.response.redirect().back()
  }
}
