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
  'username',
  'password',
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

/** Stores a secret of a device unless the same one is already kept; a former one is replaced. `by`: who typed it. */
export async function storeSecret(
  knex: Knex,
  key: Buffer | DataKeys,
  place: SecretPlace,
  secret: string,
  by: string | null = null
) {
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
      set_at: new Date(),
      set_by_name: by,
    })
    .onConflict(['tenant_id', 'device_id', 'field'])
    .merge(['key_version', 'sealed', 'set_at', 'set_by_name'])
}

/** That a secret is set, when and by whom; never the secret. */
export interface SecretMark {
  field: SecretField
  at: string
  by: string | null
}

/** Marks of a device's secrets. */
export async function secretMarks(knex: Knex, deviceId: string): Promise<SecretMark[]> {
  const rows: { field: SecretField; set_at: Date; set_by_name: string | null }[] = await knex(TABLE)
    .where({ device_id: deviceId })
    .orderBy('field')
    .select('field', 'set_at', 'set_by_name')
  return rows.map(({ field, set_at, set_by_name }) => ({ field, at: set_at.toISOString(), by: set_by_name }))
}

/** Secrets of one device, opened; for asking it once. */
export async function secretsOf(knex: Knex, keys: Buffer | DataKeys, deviceId: string): Promise<Secrets> {
  const rows: Row[] = await knex(TABLE).where({ device_id: deviceId })
  return Object.fromEntries(rows.map((row) => [row.field, opened(keys, row)]))
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
