import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn } from '@unia/platform/exports'
import { listQuery, logReading, notice, page, refuse } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import { act, opsPool } from '#ops/acting'
import { fieldsOf, refusalsOf } from '#ops/inventory/entered'
import { addEntity, announce, changeEntity, handBack } from '#ops/inventory/entity'
import { setParents } from '#ops/inventory/hand_parents'
import { entityPage, everyUnit, parentChoices } from '#ops/queries/inventory_entity'
import * as list from '#ops/queries/inventory_list'
import { entityValidator, newEntityValidator } from '#ops/validators/inventory'
import { entityOf } from './entity_of.ts'

const BASE = '/city/ops-console/inventory'
const ASKED = { sort: list.INVENTORY_SORTS, filters: list.INVENTORY_FILTERS, pageSize: 100 }

/** All that is watched, as the IT department keeps it. */
export default class InventoryController {
  async index(ctx: HttpContext) {
    const asked = listQuery(ctx, ASKED)
    const knex = opsPool()
    return page(ctx, 'ops-console/inventory', {
      rows: await list.inventoryRows(knex, asked, asked.pageSize, asked.offset),
      total: await list.countInventory(knex, asked),
      ...{ page: asked.page, pageSize: asked.pageSize },
    })
  }

  async export(ctx: HttpContext) {
    await logReading(ctx, { action: 'export', object: 'ops_console_devices' })
    return sendExport(ctx, {
      format: ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv',
      rows: await list.inventoryRows(opsPool(), listQuery(ctx, ASKED), null),
      columns: columns(ctx),
      unit: null,
      name: ctx.i18n.t('ops-console.inventory.title'),
      date: warsawDay(),
    })
  }

  async create(ctx: HttpContext) {
    return page(ctx, 'ops-console/inventory_new', { units: await everyUnit(opsPool()) })
  }

  async store(ctx: HttpContext) {
    const entered = await ctx.request.validateUsing(newEntityValidator)
    const unit = await opsPool()('core.tenancy_tenants').where({ slug: entered.unit }).first('id')
    const refused = await refusalsOf(entered)
    if (!unit) refused.unit = 'ops-console.alarm.unknown_unit'
    if (Object.keys(refused).length) refuse(ctx, refused)
    const device = await act(ctx, unit.id, async (trx) => {
      const added = await addEntity(trx, unit.id, entered.kind, fieldsOf(entered), 'hand')
      await announce(trx)
      return added
    })
    notice(ctx, { tone: 'success', text: 'ops-console.inventory.added' })
    return ctx.response.redirect(`${BASE}/${device.id}`)
  }

  async show(ctx: HttpContext) {
    return page(ctx, 'ops-console/inventory_entity', await entityPage(opsPool(), await entityOf(ctx)))
  }

  async update(ctx: HttpContext) {
    const device = await entityOf(ctx)
    const { parents: wanted, ...entered } = await ctx.request.validateUsing(entityValidator)
    const refused = await refusalsOf(entered)
    if (Object.keys(refused).length) refuse(ctx, refused)
    const choices = new Map((await parentChoices(opsPool(), device)).map((one) => [one.value, one]))
    if (wanted?.some((id) => !choices.has(id)))
      refuse(ctx, { parents: 'ops-console.inventory.refused.parent' })
    await act(ctx, device.tenant_id, async (trx) => {
      await changeEntity(trx, device, fieldsOf(entered))
      if (wanted) {
        const rows = await trx('ops_console.ops_console_devices')
          .whereIn('id', wanted)
          .select('id', 'tenant_id')
        await setParents(
          trx,
          device,
          rows.map(({ id, tenant_id }) => ({ id, tenantId: tenant_id }))
        )
      }
      await announce(trx)
    }).catch((error) => {
      if (error.code !== 'E_PARENT_LOOP') throw error
      refuse(ctx, { parents: 'ops-console.inventory.refused.loop' })
    })
    notice(ctx, { tone: 'success', text: 'ops-console.inventory.saved' })
    return ctx.response.redirect(`${BASE}/${device.id}`)
  }

  /** It is asked no more; what was measured stays with the unit. */
  async retire(ctx: HttpContext) {
    const device = await entityOf(ctx)
    await act(ctx, device.tenant_id, async (trx) => {
      await changeEntity(trx, device, { rollout: 'retired' })
      await announce(trx)
    })
    notice(ctx, { tone: 'success', text: 'ops-console.inventory.retired' })
    return ctx.response.redirect(BASE)
  }

  async handBack(ctx: HttpContext) {
    const device = await entityOf(ctx)
    await act(ctx, device.tenant_id, (trx) => handBack(trx, device))
    notice(ctx, { tone: 'success', text: 'ops-console.inventory.handed_back' })
    return ctx.response.redirect(`${BASE}/${device.id}`)
  }
}

function columns({ i18n }: HttpContext): ExportColumn<list.InventoryRow>[] {
  const title = (column: string) => i18n.t(`ops-console.inventory.column.${column}`)
  return [
    { title: title('unit'), value: (row) => row.unit },
    { title: title('unit_name'), value: (row) => row.unitName, width: 40 },
    { title: title('key'), value: (row) => row.key },
    { title: title('kind'), value: (row) => i18n.t(`ops-console.kind.${row.kind}`) },
    { title: title('name'), value: (row) => row.name },
    { title: title('model'), value: (row) => row.model },
    { title: title('serial'), value: (row) => row.serial },
    { title: title('host'), value: (row) => row.host },
    { title: title('port'), value: (row) => row.port },
    { title: title('snmp'), value: (row) => row.snmp },
    { title: title('api'), value: (row) => row.api },
    { title: title('secrets'), type: 'boolean', value: (row) => row.secrets.length > 0 },
    { title: title('simulated'), type: 'boolean', value: (row) => row.simulated },
    { title: title('polled'), type: 'boolean', value: (row) => row.polled },
    { title: title('rollout'), value: (row) => i18n.t(`ops-console.rollout.${row.rollout}`) },
    { title: title('state'), value: (row) => i18n.t(`ops-console.state.${row.state}`) },
    { title: title('origin'), value: (row) => i18n.t(`ops-console.inventory.origin.${row.origin}`) },
  ]
}
