import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act, opsPool } from '#ops/acting'
import type { SecretField } from '#ops/inventory/credentials'
import { announce, setSecrets } from '#ops/inventory/entity'
import { entryToTest } from '#ops/inventory/entry_to_test'
import { testEntity } from '#ops/inventory/test_entity'
import { secretsValidator } from '#ops/validators/inventory'
import { actorOf } from './actor.ts'
import { entityOf } from './entity_of.ts'

/** Credentials: they are typed and tried, never read. */
export default class InventorySecretsController {
  async update(ctx: HttpContext) {
    const device = await entityOf(ctx)
    const typed = await typedSecrets(ctx)
    const set = await act(ctx, device.tenant_id, async (trx) => {
      const fields = await setSecrets(trx, device, typed, actorOf(ctx).name)
      await announce(trx)
      return fields
    })
    if (!set.length) refuse(ctx, { secret_community: 'ops-console.inventory.secret.none_typed' })
    notice(ctx, { tone: 'success', text: 'ops-console.inventory.secret.saved' })
    return ctx.response.redirect(`/city/ops-console/inventory/${device.id}`)
  }

  /** Asks the device now, with what was typed before what is stored. Typed secrets are kept nowhere. */
  async test(ctx: HttpContext) {
    const device = await entityOf(ctx)
    const typed = await typedSecrets(ctx)
    const entry = await entryToTest(opsPool(), device.id, typed)
    if (!entry) throw new NotFound()
    const answers = await testEntity(entry)
    const { id: asked_by, name: asked_by_name } = actorOf(ctx)
    await act(ctx, device.tenant_id, (trx) =>
      trx('ops_console.ops_console_questions').insert({
        ...{ tenant_id: device.tenant_id, device_id: device.id, what: 'test', asked_by, asked_by_name },
        details: JSON.stringify({ typed: Object.values(typed).some(Boolean), answers }),
      })
    )
    return ctx.response.redirect(`/city/ops-console/inventory/${device.id}`)
  }
}

async function typedSecrets(ctx: HttpContext): Promise<Partial<Record<SecretField, string | null>>> {
  const typed = await ctx.request.validateUsing(secretsValidator)
  return Object.fromEntries(Object.entries(typed).map(([field, one]) => [field.replace('secret_', ''), one]))
}
