import type { Knex } from 'knex'
import { KEY_VERSION, seal, unseal, type SecretPlace } from './sealing.ts'

const TABLE = 'ops_console.ops_console_credentials'

/** Stores a secret of a device unless the same one is already kept; a former one is replaced. */
export async function storeSecret(knex: Knex, key: Buffer, place: SecretPlace, secret: string) {
  const kept = await knex(TABLE)
    .where({ tenant_id: place.tenantId, device_id: place.deviceId, field: place.field })
    .first()
  if (kept && unseal(key, place, kept.sealed) === secret) return
  await knex(TABLE)
    .insert({
      tenant_id: place.tenantId,
      device_id: place.deviceId,
      field: place.field,
      key_version: KEY_VERSION,
      sealed: seal(key, place, secret),
    })
    .onConflict(['tenant_id', 'device_id', 'field'])
    .merge(['key_version', 'sealed'])
}

/** Every secret of one field, opened, by device id. Only the collector calls this. */
export async function openSecrets(knex: Knex, key: Buffer, field: string): Promise<Map<string, string>> {
  const rows: { tenant_id: number; device_id: string; sealed: Buffer }[] = await knex(TABLE).where({ field })
  return new Map(
    rows.map((row) => [
      row.device_id,
      unseal(key, { tenantId: row.tenant_id, deviceId: row.device_id, field }, row.sealed),
    ])
  )
}
