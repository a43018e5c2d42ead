import db from '@adonisjs/lucid/services/db'

/** Name and address of the unit for the head of a letter; the whole complex when there are several. */
export async function senderOf(tenantId: number) {
  const unit = await db.from('tenancy_units').where('tenant_id', tenantId).orderBy('id').firstOrFail()
  return {
    name: unit.name,
    street: unit.street ?? '',
    postcode: unit.postal_code ?? '',
    city: unit.city ?? '',
  }
}
