import type { Knex } from 'knex'
import { isDeepStrictEqual } from 'node:util'
import { Assignment } from './assignment.ts'
import { storeSecret, type SecretField } from './credentials.ts'
import { Device, type DeviceKind } from './device.ts'
import { dataKeys } from './sealing.ts'
import { KEYS } from './sync.ts'

/** Fields of an entity that a person may enter. */
export const HAND_FIELDS = [
  ...['name', 'model', 'serial', 'rollout', 'host', 'port', 'simulated', 'polled'],
  ...['snmp_version', 'snmp', 'wan_interface', 'api'],
] as const

export type EntityFields = Partial<
  Pick<
    Device,
    | 'name'
    | 'model'
    | 'serial'
    | 'rollout'
    | 'host'
    | 'port'
    | 'simulated'
    | 'polled'
    | 'snmp_version'
    | 'snmp'
    | 'wan_interface'
    | 'api'
  >
>

type Origin = Exclude<Device['origin'], 'file'>

/** Adds an entity under the next free key of its kind (`switch-2`); keys of the tenant files stay the files'. */
export async function addEntity(
  trx: Knex.Transaction,
  tenantId: number,
  kind: DeviceKind,
  fields: EntityFields,
  origin: Origin
): Promise<Device> {
  const key = await nextKey(trx, tenantId, kind)
  const row = { tenant_id: tenantId, key, kind, origin, rollout: 'installed' as const, ...fields }
  const device = (await Device.query(trx).insert(row).returning('*')) as unknown as Device
  await assign(trx, device)
  return device
}

/**
 * Writes what a person changed and notes it as theirs; the tenant files no longer decide about these fields. Unchanged
 * fields are not claimed.
 * @returns names of the changed fields
 */
export async function changeEntity(
  trx: Knex.Transaction,
  known: Device,
  fields: EntityFields
): Promise<string[]> {
  const changed = changedFields(known, fields)
  if (!changed.length) return []
  await Device.query(trx)
    .where({ tenant_id: known.tenant_id, id: known.id })
    .patch({
      ...Object.fromEntries(changed.map((field) => [field, fields[field] ?? null])),
      by_hand: claimed(known, changed),
    })
  if (changed.includes('rollout')) await keepAssignment(trx, known, fields.rollout === 'retired')
  return changed
}

export const changedFields = (known: Device, fields: EntityFields) =>
  HAND_FIELDS.filter(
    (field) =>
      field in fields &&
      !isDeepStrictEqual(plain(fields[field as keyof EntityFields]), plain(known[field as keyof Device]))
  ) as (keyof EntityFields)[]

/** Key order and undefined members do not make a difference. */
const plain = (value: unknown) =>
  value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
    : (value ?? null)

/** Sets secrets that were typed; empty ones are left as they are. */
export async function setSecrets(
  trx: Knex.Transaction,
  device: Device,
  secrets: Partial<Record<SecretField, string | null>>,
  by: string
): Promise<string[]> {
  const typed = Object.entries(secrets).filter(([, secret]) => secret) as [SecretField, string][]
  for (const [field, secret] of typed) {
    const place = { tenantId: device.tenant_id, deviceId: device.id, field }
    await storeSecret(trx, dataKeys(), place, secret, by)
  }
  if (typed.length) await claim(trx, device, ['credentials'])
  return typed.map(([field]) => field)
}

/** Says that these fields are a person's. */
export const claim = (trx: Knex.Transaction, device: Device, fields: readonly string[]) =>
  Device.query(trx)
    .where({ tenant_id: device.tenant_id, id: device.id })
    .patch({
      by_hand: trx.raw('(select array(select distinct unnest(by_hand || ?::text[]) order by 1))', [
        [...fields],
      ]) as never,
    })

/** Gives fields back to the tenant file; the next sync writes what it says. */
export const handBack = (trx: Knex.Transaction, device: Device) =>
  Device.query(trx).where({ tenant_id: device.tenant_id, id: device.id }).patch({ by_hand: [] })

/** Says to the collectors that the inventory is another one. */
export const announce = (trx: Knex.Transaction) => trx.raw(`notify ops_console, 'inventory'`)

const claimed = (known: Device, changed: readonly string[]) =>
  [...new Set([...(known.by_hand ?? []), ...changed])].sort()

async function nextKey(trx: Knex.Transaction, tenantId: number, kind: DeviceKind): Promise<string> {
  // Two at once would find the same number.
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 7))', [`${tenantId}/${kind}`])
  const keys: string[] = await trx('ops_console.ops_console_devices')
    .where({ tenant_id: tenantId })
    .whereLike('key', `${kind}-%`)
    .pluck('key')
  const numbers = keys.map((key) => Number(key.slice(kind.length + 1))).filter(Number.isInteger)
  const first = KEYS.includes(kind) ? 1 : 0
  return `${kind}-${Math.max(first, ...numbers) + 1}`
}

async function keepAssignment(trx: Knex.Transaction, device: Device, retired: boolean) {
  const open = () => Assignment.query(trx).where({ device_id: device.id }).whereNull('valid_to')
  if (retired) await open().patch({ valid_to: new Date() })
  else if (!(await open().first())) await assign(trx, device)
}

const assign = (trx: Knex.Transaction, { tenant_id, id }: Device) =>
  Assignment.query(trx).insert({ tenant_id, device_id: id, valid_from: new Date() })
