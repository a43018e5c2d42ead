import type { HttpContext } from '@adonisjs/core/http'
import { page } from '../../http/page.ts'
import { listQuery } from '../../http/paging.ts'
import { tenants } from '../../tenancy/tenants.ts'
import { logReading } from '../log_reading.ts'
import { exportAudit } from '../audit_export.ts'
import { periodOf } from '../audit_period.ts'
import { actionName, auditRows, objectName } from '../audit_rows.ts'
import { AUDIT_FILTERS, auditObjects, auditTrail, type AuditEvent } from '../audit_search.ts'

const ACTIONS = [
  'insert',
  'update',
  'delete',
  'refused',
  'read',
  'export',
  'step_up',
  'log_in',
  'log_in_refused',
  'log_out',
  'session_ended',
]

/** The trail of changes: of one unit, or of the whole city. */
export default class AuditController {
  async index(ctx: HttpContext) {
    return page(ctx, 'core/audit/index', await found(ctx))
  }

  async city(ctx: HttpContext) {
    const units = tenants.all().map(({ id, shortName }) => ({ value: String(id), label: shortName }))
    return page(ctx, 'core/audit/city', { ...(await found(ctx)), units })
  }

  async export(ctx: HttpContext) {
    const { filters } = listQuery(ctx, { sort: ['at'], filters: AUDIT_FILTERS })
    const format = ctx.request.qs().format === 'xlsx' ? 'xlsx' : 'csv'
    await logReading(ctx, { action: 'export', object: 'access_audit_events', details: filters })
    return exportAudit(ctx, format, filters)
  }
}

async function found(ctx: HttpContext) {
  const query = listQuery(ctx, { sort: ['at'], filters: AUDIT_FILTERS })
  // Newest first unless the reader turns it round.
  const direction = ctx.request.qs().sort === 'at' ? 'asc' : 'desc'
  const trail = await auditTrail(query.filters)
  const [{ total }] = await trail().count('* as total')
  const events = (await trail()
    .orderBy('at', direction)
    .orderBy('id', direction)
    .limit(query.pageSize)
    .offset(query.offset)) as AuditEvent[]
  const objects = await auditObjects(query.filters)
  return {
    rows: await auditRows(events, ctx.i18n),
    total: Number(total),
    page: query.page,
    pageSize: query.pageSize,
    sort: direction === 'asc' ? 'at' : '-at',
    period: periodOf(query.filters),
    actions: ACTIONS.map((value) => ({ value, label: actionName(value, ctx.i18n) })),
    objects: objects.map((value) => ({ value, label: objectName(value, ctx.i18n) })),
  }
}
