import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { parameter } from '@unia/platform/parameters'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { found, rename, type Founding } from '#secretariat/models/founding'
import Section from '#secretariat/models/section'
import { sectionLimit } from '#secretariat/parameters/section_limit'
import { sectionsOf, sectionWithCount, sectionYears } from '#secretariat/queries/section_list'
import { membersOn } from '#secretariat/queries/section_members'
import { units } from '#secretariat/queries/units'
import { sectionRow } from '#secretariat/transformers/section_row'
import { SECTION_KINDS, sectionChangeValidator, sectionValidator } from '#secretariat/validators/section'

export default class SectionsController {
  async index(ctx: HttpContext) {
    const day = warsawDay()
    const current = schoolYearOf(day)
    const year = Number.parseInt(ctx.request.qs().year) || current
    const rows = await sectionsOf(year, day)
    return page(ctx, 'secretariat/sections/index', {
      year,
      years: [...new Set([current, ...(await sectionYears())])],
      sections: rows.map((row) => sectionRow(row, parameter(sectionLimit).on(day))),
      mayEdit: ctx.place!.can('secretariat.section.edit'),
      mayListAll: ctx.place!.can('secretariat.pupil.identify'),
    })
  }

  async show(ctx: HttpContext) {
    const day = warsawDay()
    const row = await sectionWithCount(recordId(ctx), day)
    if (!row) throw new NotFound()
    const members = await membersOn([row.id], day)
    const limit = parameter(sectionLimit).resolvedOn(day)!
    return page(ctx, 'secretariat/sections/show', {
      section: sectionRow(row, limit.value),
      limit: { value: limit.value, verify: Boolean(limit.verify) },
      members: members.map(({ id, roll_number, surname, given_names }) => ({
        id,
        rollNumber: roll_number,
        name: `${surname} ${given_names}`,
      })),
      day,
      mayEdit: ctx.place!.can('secretariat.section.edit'),
    })
  }

  async create(ctx: HttpContext) {
    const choices = (await units()).map(({ id, short_name }) => ({ value: id, label: short_name }))
    return this.#form(ctx, { section: null, units: choices, year: schoolYearOf(warsawDay()) })
  }

  async store(ctx: HttpContext) {
    return this.#saved(ctx, await found(await ctx.request.validateUsing(sectionValidator)))
  }

  async edit(ctx: HttpContext) {
    const row = await sectionWithCount(recordId(ctx), warsawDay())
    if (!row) throw new NotFound()
    const { id, name, symbol, kind, school_year: year } = row
    return this.#form(ctx, { section: { id, name, symbol, kind }, units: [], year })
  }

  async update(ctx: HttpContext) {
    const section = await Section.find(recordId(ctx))
    if (!section) throw new NotFound()
    return this.#saved(ctx, await rename(section, await ctx.request.validateUsing(sectionChangeValidator)))
  }

  #form(ctx: HttpContext, props: object) {
    return page(ctx, 'secretariat/sections/form', { ...props, kinds: SECTION_KINDS })
  }

  #saved(ctx: HttpContext, saved: Founding) {
    if (saved.outcome === 'taken') return refuse(ctx, { symbol: 'secretariat.section.refused.taken' })
    if (saved.outcome === 'no_unit') return refuse(ctx, { unitId: 'secretariat.section.refused.no_unit' })
    notice(ctx, { tone: 'success', text: 'secretariat.section.saved', values: { section: saved.name } })
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/sections/${saved.id}`)
  }
}
