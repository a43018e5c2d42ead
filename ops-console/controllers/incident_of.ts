import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'
import { INCIDENTS } from '#ops/alarms/incident'
import type { IncidentKey } from '#ops/alarms/acknowledge'
import { scopedKnex } from '#ops/queries/scoped'
import { recordId } from './record_id.ts'

/** The incident of the address, if the scope sees it. Throws E_NOT_FOUND. */
export async function incidentOf(ctx: HttpContext): Promise<IncidentKey> {
  const id = recordId(ctx)
  const row = await scopedKnex()(INCIDENTS).where({ id }).first('tenant_id')
  if (!row) throw new NotFound()
  return { tenantId: row.tenant_id, id }
}
