import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { notice, page, refuse } from '@unia/platform/http'
import { act, opsPool } from '#ops/acting'
import type { DiscoveryCredential } from '#ops/inventory/discovery/ask_address'
import { addressesOf } from '#ops/inventory/discovery/range'
import type { Discovered } from '#ops/inventory/discovery/run'
import { suggest, type Suggested } from '#ops/inventory/discovery/suggest'
import { foundTable } from '#ops/inventory/discovery/found_table'
import { securityOf } from '#ops/inventory/entered'
import { applyImport } from '#ops/inventory/import/apply'
import { guessMapping } from '#ops/inventory/import/columns'
import { planImport } from '#ops/inventory/import/plan'
import { counts } from '#ops/inventory/import/run'
import { createTask, secretOf, TASKS, type Task } from '#ops/inventory/tasks/task'
import { cityTenant } from '#ops/queries/city'
import { everyUnit } from '#ops/queries/inventory_entity'
import { chosenValidator, discoveryValidator } from '#ops/validators/inventory'
import { taskView } from '#ops/inventory/tasks/task_view'
import { personOf, setOff, taskOf } from './task_of.ts'

const BASE = '/city/ops-console/inventory'
const QUESTIONS = 'ops_console.ops_console_questions'

/** Who answers in a management range; chosen ones are taken into the inventory. */
export default class InventoryDiscoveriesController {
  async create(ctx: HttpContext) {
    return page(ctx, 'ops-console/inventory_discovery', { task: null, units: [] })
  }

  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(discoveryValidator)
    const addresses = rangeOf(ctx, asked.range)
    const credential = credentialOf(ctx, asked)
    const city = await cityTenant(opsPool())
    const person = personOf(ctx)
    const task = {
      tenantId: city,
      kind: 'discovery',
      state: 'waiting',
      requestKey: asked.requestKey,
    } as const
    const payload = { range: asked.range, snmpVersion: asked.snmpVersion, port: credential.port }
    const id = await act(ctx, city, async (trx) => {
      await trx(QUESTIONS).insert({
        ...{ tenant_id: city, what: 'discovery', asked_by: person.id, asked_by_name: person.name },
        details: JSON.stringify(payload),
      })
      return createTask(trx, { ...task, payload, secret: credential, total: addresses.length }, person)
    })
    setOff(id)
    return ctx.response.redirect(`${BASE}/discoveries/${id}`)
  }

  async show(ctx: HttpContext) {
    const task = await taskOf(ctx, 'discovery')
    if (['waiting', 'running'].includes(task.state)) setOff(task.id)
    const { found, unreadable } = await suggested(task)
    return page(ctx, 'ops-console/inventory_discovery', {
      task: { ...taskView(task), range: task.payload.range, found, unreadable, forgotten: !task.sealed },
      units: await everyUnit(opsPool()),
    })
  }

  async cancel(ctx: HttpContext) {
    const task = await taskOf(ctx, 'discovery')
    await act(ctx, task.tenant_id, (trx) =>
      trx(TASKS).where({ tenant_id: task.tenant_id, id: task.id }).update({ cancel: true })
    )
    return ctx.response.redirect(`${BASE}/discoveries/${task.id}`)
  }

  /** Chosen ones go the same way as rows of a file, so that nothing stands twice. */
  async add(ctx: HttpContext) {
    const task = await taskOf(ctx, 'discovery')
    const { chosen } = await ctx.request.validateUsing(chosenValidator)
    const credential = secretOf<DiscoveryCredential>(task)
    if (!credential) refuse(ctx, { chosen: 'ops-console.inventory.discovery.forgotten' })
    const { found } = await suggested(task)
    const table = foundTable(chosen, found, credential!)
    const rows = await act(ctx, task.tenant_id, async (trx) => {
      const work = await planImport(trx, table, guessMapping(table.header))
      return applyImport(trx, work, { by: personOf(ctx).name, origin: 'discovery' })
    })
    const { add, change, refused } = counts(rows)
    notice(ctx, {
      ...{ tone: refused ? 'warning' : 'success', text: 'ops-console.inventory.discovery.taken' },
      values: { add, change, refused },
    })
    return ctx.response.redirect(`${BASE}/discoveries/${task.id}`)
  }
}

function rangeOf(ctx: HttpContext, range: string): string[] {
  try {
    return addressesOf(range)
  } catch (error) {
    const { code, reason } = error as { code?: string; reason?: string }
    if (code !== 'E_RANGE') throw error
    return refuse(ctx, { range: `ops-console.inventory.discovery.${reason}` })
  }
}

function credentialOf(ctx: HttpContext, asked: Infer<typeof discoveryValidator>): DiscoveryCredential {
  const port = asked.port ?? 161
  if (asked.snmpVersion === '2c') {
    if (!asked.secret_community)
      refuse(ctx, { secret_community: 'ops-console.inventory.discovery.community_needed' })
    return { port, community: asked.secret_community! }
  }
  if (!asked.snmpUser) refuse(ctx, { snmpUser: 'ops-console.inventory.refused.user_needed' })
  const { secret_snmp_auth: authKey, secret_snmp_priv: privKey } = asked
  const user = securityOf(asked)
  if (user.auth && !authKey) refuse(ctx, { secret_snmp_auth: 'ops-console.inventory.discovery.key_needed' })
  if (user.priv && !privKey) refuse(ctx, { secret_snmp_priv: 'ops-console.inventory.discovery.key_needed' })
  return { port, user: { ...user, ...(authKey && { authKey }), ...(privKey && { privKey }) } }
}

async function suggested(task: Task): Promise<{ found: Suggested[]; unreadable: Discovered['unreadable'] }> {
  const { found = [], unreadable = [] } = task.result as Partial<Discovered>
  const knex = opsPool()
  const devices = await knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .whereNot('d.rollout', 'retired')
    .select('d.id', 'd.key', 'd.host', 'd.port', 'd.serial', 'd.tenant_id', 't.short_name as unit')
  const slugs = await knex('core.tenancy_tenants').pluck('slug')
  return { found: suggest(found, devices, slugs, Number(task.payload.port)), unreadable }
}
