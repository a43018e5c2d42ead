import type { Knex } from 'knex'
import { seal, unseal, type DataKeys } from './sealing.ts'

const TABLE = 'ops_console.ops_console_credentials'

export interface RotationReport {
  rotated: number
  /** Sealed by neither key; left as they are. */
  unreadable: { tenantId: number; deviceId: string; field: string }[]
}

interface Row {
  tenant_id: number
  id: string
  device_id: string
  field: string
  sealed: Buffer
}

/**
 * Seals every secret that carries another key's number with the present key, a batch a transaction: broken off, it goes
 * on where it was. Collectors may run meanwhile when they have both keys.
 *
 * @example await rotateKey(knex, dataKeys())
 */
export async function rotateKey(knex: Knex, keys: DataKeys, batch = 100): Promise<RotationReport> {
  const report: RotationReport = { rotated: 0, unreadable: [] }
  for (let last = ''; ;) {
    const rows = await knex.transaction((trx) => rotateBatch(trx, keys, last, batch, report))
    if (!rows.length) return report
    last = rows.at(-1)!.id
  }
}

async function rotateBatch(
  trx: Knex.Transaction,
  keys: DataKeys,
  last: string,
  batch: number,
  report: RotationReport
): Promise<Row[]> {
  const rows: Row[] = await trx(TABLE)
    .whereNot('key_version', keys.version)
    .modify((query) => void (last && query.where('id', '>', last)))
    .orderBy('id')
    .limit(batch)
    .forUpdate()
  for (const { tenant_id: tenantId, id, device_id: deviceId, field, sealed } of rows) {
    const place = { tenantId, deviceId, field }
    const secret = opened(keys, place, sealed)
    if (secret === null) {
      report.unreadable.push(place)
      continue
    }
    await trx(TABLE)
      .where({ tenant_id: tenantId, id })
      .update({ key_version: keys.version, sealed: seal(keys.key, place, secret) })
    report.rotated++
  }
  return rows
}

function opened(keys: DataKeys, place: Parameters<typeof unseal>[1], sealed: Buffer): string | null {
  try {
    return unseal(keys, place, sealed)
  } catch {
    return null
  }
}
