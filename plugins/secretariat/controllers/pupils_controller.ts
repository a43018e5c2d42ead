import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { listQuery, NotFound, notice, page, recordId, refuse } from '@unia/platform/http'
import { people } from '@unia/platform/people'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { admit } from '#secretariat/models/admitting'
import { correct } from '#secretariat/models/correcting'
import { pupilCard } from '#secretariat/queries/pupil_card'
import { pupilHistory } from '#secretariat/queries/pupil_history'
import { personAsked, PUPIL_FILTERS, PUPIL_SORTS, pupilPage } from '#secretariat/queries/pupil_list'
import { beholder, requireSight, sightOf } from '#secretariat/queries/sight'
import { sectionsOf } from '#secretariat/queries/section_list'
import { historyEntry } from '#secretariat/transformers/history_entry'
import * as cards from '#secretariat/transformers/pupil_card'
import * as rows from '#secretariat/transformers/pupil_row'
import { sectionChoices } from '#secretariat/transformers/section_choice'
import { admissionValidator, pupilValidator } from '#secretariat/validators/pupil'

export default class PupilsController {
  async index(ctx: HttpContext) {
    const day = warsawDay()
    const sight = await sightOf(beholder(ctx), day)
    const whole = sight.card === 'whole'
    const identify = ctx.place!.can('secretariat.pupil.identify')
    const list = listQuery(ctx, { sort: PUPIL_SORTS, filters: PUPIL_FILTERS })
    const asked = { ...list, day, sight, personId: whole ? await personAsked(list.q) : undefined }
    const { rows: found, total } = await pupilPage(asked, list.pageSize)
    const all = await sectionsOf(schoolYearOf(day), day)
    const sections = sight.sections ? all.filter(({ id }) => sight.sections!.includes(id)) : all
    return page(ctx, 'secretariat/pupils/index', {
      rows: found.map(whole ? rows.forSecretary : rows.forTeacher),
      total,
      page: list.page,
      pageSize: list.pageSize,
      sections: sectionChoices(sections),
      grades: [...new Set(sections.map((section) => section.grade_level))],
      units: [...new Map(sections.map(({ unit_id, unit }) => [unit_id, unit]))],
      may: { edit: ctx.place!.can('secretariat.pupil.edit'), identify: whole, export: identify },
      ownOnly: sight.sections !== null,
    })
  }

  async create(ctx: HttpContext) {
    const day = warsawDay()
    return page(ctx, 'secretariat/pupils/create', {
      id: randomUUID(),
      from: day,
      sections: sectionChoices(await sectionsOf(schoolYearOf(day), day)),
    })
  }

  async store(ctx: HttpContext) {
    const form = await ctx.request.validateUsing(admissionValidator)
    const admission = await admit(form)
    switch (admission.outcome) {
      case 'known':
        return refuse(ctx, { pesel: 'secretariat.pupil.refused.known' })
      case 'elsewhere':
        return refuse(ctx, {
          pesel: { text: 'secretariat.pupil.refused.elsewhere', values: { since: admission.since } },
        })
      case 'disagreement':
        return refuse(ctx, { peselReason: `secretariat.pupil.refused.${admission.which}` })
      case 'over_limit':
        return refuse(ctx, {
          overLimitBasis: { text: 'secretariat.pupil.refused.over_limit', values: admission },
        })
      case 'no_section':
        return refuse(ctx, { sectionId: 'secretariat.pupil.refused.no_section' })
      case 'admitted':
        notice(ctx, { tone: 'success', text: 'secretariat.pupil.admitted' })
    }
    return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/pupils/${admission.pupilId}`)
  }

  async show(ctx: HttpContext) {
    const day = warsawDay()
    const id = recordId(ctx)
    const whole = (await requireSight(ctx, id)).card === 'whole'
    const row = await pupilCard(id)
    if (!row) throw new NotFound()
    const may = {
      contact: ctx.place!.can('secretariat.guardian.contact'),
      court: ctx.place!.can('secretariat.court_note.view'),
      edit: ctx.place!.can('secretariat.pupil.edit'),
      unmask: whole && row.has_pesel && ctx.place!.can('secretariat.pupil.unmask'),
    }
    if (!whole)
      return page(ctx, 'secretariat/pupils/show', { pupil: cards.forTeacher(row, day), history: [], may })
    const pesel = row.has_pesel ? await people.peselOf(row.person_id) : null
    const history = await pupilHistory(row)
    return page(ctx, 'secretariat/pupils/show', {
      pupil: cards.forSecretary(row, day, pesel),
      history: history.map((entry) => historyEntry(entry, ctx.i18n)),
      may,
    })
  }

  async edit(ctx: HttpContext) {
    const row = await pupilCard(recordId(ctx))
    if (!row) throw new NotFound()
    const pesel = row.has_pesel ? await people.peselOf(row.person_id) : null
    return page(ctx, 'secretariat/pupils/edit', { pupil: cards.forSecretary(row, warsawDay(), pesel) })
  }

  async update(ctx: HttpContext) {
    const id = recordId(ctx)
    const correction = await correct(id, await ctx.request.validateUsing(pupilValidator))
    switch (correction.outcome) {
      case 'unknown':
        throw new NotFound()
      case 'conflict':
        return refuse(ctx, { version: 'secretariat.pupil.refused.conflict' })
      case 'pesel_taken':
        return refuse(ctx, { pesel: 'secretariat.pupil.refused.pesel_taken' })
      case 'disagreement':
        return refuse(ctx, { peselReason: `secretariat.pupil.refused.${correction.which}` })
      case 'saved':
        notice(ctx, { tone: 'success', text: 'secretariat.pupil.saved' })
        return ctx.response.redirect(`/${ctx.place!.slug}/secretariat/pupils/${id}`)
    }
  }
}
