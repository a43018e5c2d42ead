import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { changeWindow, endWindow, openWindow, type WindowForm } from '#ops/alarms/keep_window'
import { COLUMNS, WINDOWS, type Window } from '#ops/alarms/windows'
import { cityTenant, watchedUnits } from '#ops/queries/city'
import { scopedKnex } from '#ops/queries/scoped'
import { silenceRows, windowRows } from '#ops/queries/window_list'
import { windowValidator } from '#ops/validators/alarms'
import { fieldsOf, momentOf } from '#ops/validators/moments'
import { actorOf, back } from './actor.ts'
import { recordId } from './record_id.ts'

const LIST = '/city/ops-console/windows'

/** Agreed work: ahead, running and past; beside it what is kept quiet. */
export default class WindowsController {
  async index(ctx: HttpContext) {
    const [knex, now] = [scopedKnex(), new Date()]
    return page(ctx, 'ops-console/windows', {
      windows: await windowRows(knex, now),
      silences: await silenceRows(knex, now),
      units: await watchedUnits(knex),
      may: { manage: ctx.place!.can('ops-console.alarm.manage') },
    })
  }

  async create(ctx: HttpContext) {
    const { unit, device } = ctx.request.qs()
    return page(ctx, 'ops-console/window', {
      window: null,
      units: await watchedUnits(scopedKnex()),
      chosen: {
        unit: typeof unit === 'string' ? unit : null,
        deviceId: typeof device === 'string' ? device : null,
      },
    })
  }

  async store(ctx: HttpContext) {
    const form = await this.#form(ctx)
    await act(ctx, form.tenantId, (trx) => openWindow(trx, form, actorOf(ctx)))
    notice(ctx, { tone: 'success', text: 'ops-console.window.opened' })
    // From the wall one stays on the wall.
    return ctx.request.input('minutes') ? back(ctx, LIST) : ctx.response.redirect(LIST)
  }

  async edit(ctx: HttpContext) {
    const window = await windowOf(ctx)
    const unit = await scopedKnex()('core.tenancy_tenants').where({ id: window.tenantId }).first('slug')
    return page(ctx, 'ops-console/window', {
      window: {
        ...{ id: window.id, unit: window.scope === 'city' ? 'city' : unit.slug, deviceId: window.deviceId },
        ...fieldsOf(window.startsAt, 'starts'),
        ...fieldsOf(window.endsAt, 'ends'),
        ...fieldsOf(window.announcedAt, 'announced'),
        ...{ repeats: window.repeats, repeatsUntil: window.repeatsUntil, subtree: window.subtree },
        ...{ slaExcluded: window.slaExcluded, reason: window.reason, supplier: window.supplier },
        supplierReference: window.supplierReference,
      },
      units: await watchedUnits(scopedKnex()),
      chosen: { unit: null, deviceId: null },
    })
  }

  async update(ctx: HttpContext) {
    const window = await windowOf(ctx)
    const form = await this.#form(ctx)
    if (form.tenantId !== window.tenantId) refuse(ctx, { unit: 'ops-console.window.other_unit' })
    await act(ctx, window.tenantId, (trx) => changeWindow(trx, window.id, form))
    notice(ctx, { tone: 'success', text: 'ops-console.window.saved' })
    return ctx.response.redirect(LIST)
  }

  /** Ends it now; `?all=1`: a repeated one for good. */
  async destroy(ctx: HttpContext) {
    const window = await windowOf(ctx)
    const forGood = ctx.request.qs().all === '1'
    if (!(await act(ctx, window.tenantId, (trx) => endWindow(trx, window.id, new Date(), forGood)))) {
      throw new NotFound()
    }
    notice(ctx, { tone: 'success', text: 'ops-console.window.ended' })
    return back(ctx, LIST)
  }

  async #form(ctx: HttpContext): Promise<WindowForm> {
    const asked = await ctx.request.validateUsing(windowValidator)
    const startsAt = momentOf(asked, 'starts') ?? new Date()
    const endsAt = asked.minutes
      ? new Date(startsAt.getTime() + asked.minutes * 60_000)
      : momentOf(asked, 'ends')
    if (!endsAt || endsAt <= startsAt) refuse(ctx, { endsDay: 'ops-console.window.end_before_start' })
    return {
      ...(await whereOf(ctx, asked.unit ?? null, asked.deviceId ?? null)),
      ...{ startsAt, endsAt, repeats: asked.repeats ?? 'none', repeatsUntil: asked.repeatsUntil ?? null },
      ...{ subtree: asked.subtree ?? true, slaExcluded: asked.slaExcluded ?? false, reason: asked.reason },
      announcedAt: momentOf(asked, 'announced'),
      ...{ supplier: asked.supplier ?? null, supplierReference: asked.supplierReference ?? null },
    }
  }
}

async function whereOf(ctx: HttpContext, unit: string | null, deviceId: string | null) {
  const knex = scopedKnex()
  if (deviceId) {
    const device = await knex('ops_console.ops_console_devices').where({ id: deviceId }).first('tenant_id')
    if (!device) refuse(ctx, { deviceId: 'ops-console.window.unknown_device' })
    return { scope: 'device' as const, tenantId: device.tenant_id as number, deviceId }
  }
  if (unit === 'city') return { scope: 'city' as const, tenantId: await cityTenant(knex), deviceId: null }
  const row = unit ? await knex('core.tenancy_tenants').where({ slug: unit }).first('id') : null
  if (!row) refuse(ctx, { unit: 'ops-console.alarm.unknown_unit' })
  return { scope: 'unit' as const, tenantId: row.id as number, deviceId: null }
}

async function windowOf(ctx: HttpContext): Promise<Window> {
  const knex = scopedKnex()
  const window = await knex(WINDOWS)
    .where({ id: recordId(ctx) })
    .select({ ...COLUMNS, repeatsUntil: knex.raw('repeats_until::text') as never })
    .first()
  if (!window) throw new NotFound()
  return window
}
