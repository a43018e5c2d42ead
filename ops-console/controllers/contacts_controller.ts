import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, refuse } from '@unia/platform/http'
import { people } from '@unia/platform/people'
import { act } from '#ops/acting'
import { contacts } from '#ops/alarms/recipients'
import { cityTenant, watchedUnits } from '#ops/queries/city'
import { cityPeople, directorsOf } from '#ops/queries/people'
import { scopedKnex } from '#ops/queries/scoped'
import { contactValidator } from '#ops/validators/alarms'
import { recordId } from './record_id.ts'

const TABLE = 'ops_console.ops_console_contacts'
const PAGE = '/city/ops-console/notifications'

/** Whom the console can tell. */
export default class ContactsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, null)
  }

  async edit(ctx: HttpContext) {
    return this.#form(ctx, await contactOf(ctx))
  }

  async store(ctx: HttpContext) {
    const { tenantId, row } = await rowOf(ctx)
    await act(ctx, tenantId, (trx) => trx(TABLE).insert({ tenant_id: tenantId, ...row }))
    return this.#done(ctx, 'added')
  }

  async update(ctx: HttpContext) {
    const contact = await contactOf(ctx)
    const { tenantId, row } = await rowOf(ctx)
    if (tenantId !== contact.tenantId) refuse(ctx, { unit: 'ops-console.recipient.other_unit' })
    await act(ctx, tenantId, (trx) => trx(TABLE).where({ tenant_id: tenantId, id: contact.id }).update(row))
    return this.#done(ctx, 'saved')
  }

  async destroy(ctx: HttpContext) {
    const { id, tenantId } = await contactOf(ctx)
    await act(ctx, tenantId, (trx) => trx(TABLE).where({ tenant_id: tenantId, id }).delete())
    return this.#done(ctx, 'removed')
  }

  async #form(ctx: HttpContext, contact: Awaited<ReturnType<typeof contactOf>> | null) {
    const knex = scopedKnex()
    const choices = await cityPeople(knex)
    const accounts = await people.accountsOf(choices.map(({ value }) => value))
    const unit = contact && (await knex('core.tenancy_tenants').where({ id: contact.tenantId }).first('slug'))
    return page(ctx, 'ops-console/contact', {
      contact: contact && {
        ...contact,
        unit: contact.role === 'school' ? unit.slug : null,
        person: choices.find(({ value }) => accounts.get(value) === contact.accountId)?.value ?? null,
        bell: contact.accountId !== null,
      },
      people: choices.filter(({ value }) => accounts.has(value)),
      units: await watchedUnits(knex),
    })
  }

  #done(ctx: HttpContext, what: string) {
    notice(ctx, { tone: 'success', text: `ops-console.recipient.${what}` })
    return ctx.response.redirect(PAGE)
  }
}

async function contactOf(ctx: HttpContext) {
  const id = recordId(ctx)
  const contact = (await contacts(scopedKnex())).find((one) => one.id === id)
  if (!contact) throw new NotFound()
  return contact
}

/** A school's contact is a row of the school; its bell is the director's. */
async function rowOf(ctx: HttpContext) {
  const asked = await ctx.request.validateUsing(contactValidator)
  const knex = scopedKnex()
  const school = asked.role === 'school'
  const unit = school
    ? await knex('core.tenancy_tenants')
        .where({ slug: asked.unit ?? '' })
        .first('id')
    : null
  if (school && !unit) refuse(ctx, { unit: 'ops-console.alarm.unknown_unit' })
  if (asked.role === 'supplier' && !asked.supplier)
    refuse(ctx, { supplier: 'ops-console.recipient.supplier_needed' })
  const person = school ? (await directorsOf(knex, unit.id))[0] : await personOf(ctx, asked.person ?? null)
  const account = person ? ((await people.accountsOf([person])).get(person) ?? null) : null
  if (!asked.email && !account) refuse(ctx, { email: 'ops-console.recipient.way_needed' })
  return {
    tenantId: (school ? unit.id : await cityTenant(knex)) as number,
    row: {
      ...{ role: asked.role, name: asked.name, supplier: asked.supplier ?? null, account_id: account },
      ...{ email: asked.email ?? null, phone: asked.phone ?? null, locale: asked.locale },
      ...{ hours_from: asked.hoursFrom ?? null, hours_until: asked.hoursUntil ?? null },
      ...{ hourly_limit: asked.hourlyLimit, active: asked.active ?? true },
    },
  }
}

/** Only somebody with a role in the city's office may be named. */
async function personOf(ctx: HttpContext, person: string | null): Promise<string | null> {
  if (!person) return null
  const known = (await cityPeople(scopedKnex())).some(({ value }) => value === person)
  if (!known) refuse(ctx, { person: 'ops-console.recipient.unknown_person' })
  return person
}
