import type { Knex } from 'knex'
import { addEntity, announce, changeEntity, setSecrets } from '../entity.ts'
import type { PlannedRow, PlannedWork } from './plan.ts'

/** Carries out what was planned, all or nothing; refused rows are left out. Returns the rows as they went. */
export async function applyImport(
  trx: Knex.Transaction,
  work: readonly PlannedWork[],
  { by, origin, progress }: { by: string; origin: 'import' | 'discovery'; progress?: (done: number) => void }
): Promise<PlannedRow[]> {
  for (const [index, { row, tenantId, kind, known, fields, secrets }] of work.entries()) {
    if (row.action === 'add' || row.action === 'change') {
      const device = known ?? (await addEntity(trx, tenantId, kind, fields, origin))
      if (known) await changeEntity(trx, known, fields)
      await setSecrets(trx, device, secrets, by)
    }
    progress?.(index + 1)
  }
  await announce(trx)
  return work.map(({ row }) => row)
}
