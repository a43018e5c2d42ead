import type { Knex } from 'knex'
import { sealedWith, seal, unseal, type DataKeys, type SecretPlace } from './sealing.ts'

const TABLE = 'ops_console.ops_console_credentials'

/** Fields a device may have; each is written by a person and read by the collector alone. */
export const SECRET_FIELDS = [
  'community',
  'snmp_auth',
  'snmp_priv',
  'api_user',
  'api_password',
  'api_key',
] as const

export type SecretField = (typeof SECRET_FIELDS)[number]

/** Opened secrets of one device by field. */
export type Secrets = Partial<Record<SecretField, string>> & Record<string, string>

interface Row {
  tenant_id: number
  device_id: string
  field: string
  key_version: number
  sealed: Buffer
}

/** Stores a secret of a device unless the same one is already kept; a former one is replaced. */
export async function storeSecret(knex: Knex, key: Buffer | DataKeys, place: SecretPlace, secret: string) {
  const keys = sealedWith(key)
  const kept: Row | undefined = await knex(TABLE)
    .where({ tenant_id: place.tenantId, device_id: place.deviceId, field: place.field })
    .first()
  if (kept && kept.key_version === keys.version && unseal(keys, place, kept.sealed) === secret) return
  await knex(TABLE)
    .insert({
      tenant_id: place.tenantId,
      device_id: place.deviceId,
      field: place.field,
      key_version: keys.version,
      sealed: seal(keys.key, place, secret),
    })
    .onConflict(['tenant_id', 'device_id', 'field'])
    .merge(['key_version', 'sealed'])
}

/** Every secret of one field, opened, by device id. Only the collector calls this. */
export async function openSecrets(
  knex: Knex,
  key: Buffer | DataKeys,
  field: string
): Promise<Map<string, string>> {
  const rows: Row[] = await knex(TABLE).where({ field })
  return new Map(rows.map((row) => [row.device_id, opened(key, row)]))
}

/** Every secret of every device, opened; a device whose secret cannot be opened goes without it. */
export async function openCredentials(knex: Knex, keys: Buffer | DataKeys): Promise<Map<string, Secrets>> {
  const found = new Map<string, Secrets>()
  for (const row of (await knex(TABLE)) as Row[]) {
    const mine = found.get(row.device_id) ?? {}
    found.set(row.device_id, mine)
    try {
      mine[row.field] = opened(keys, row)
    } catch (error) {
      if ((error as { code?: string }).code !== 'E_SECRET_UNREADABLE') throw error
    }
  }
  return found
}

const opened = (keys: Buffer | DataKeys, { tenant_id: tenantId, device_id: deviceId, field, sealed }: Row) =>
  unseal(keys, { tenantId, deviceId, field }, sealed)
