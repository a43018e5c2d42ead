import type { HttpContext } from '@adonisjs/core/http'
import { sendExport, type ExportColumn, type ExportFormat } from '../exports/index.ts'
import { warsawDay } from '../values/index.ts'
import { auditRows, type AuditRow } from './audit_rows.ts'
import { auditTrail, type AuditEvent } from './audit_search.ts'

const BATCH = 1_000

/** Everything that matches, read in batches by a cursor over time, so that the list may be long. */
async function* matching(filters: Record<string, string>, ctx: HttpContext): AsyncGenerator<AuditRow> {
  const trail = await auditTrail(filters)
  let last: AuditEvent | undefined
  do {
    const query = trail()
    if (last) void query.whereRaw('(at, id) < (?, ?)', [last.at, last.id])
    const events = (await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(BATCH)) as AuditEvent[]
    yield* await auditRows(events, ctx.i18n)
    last = events.length === BATCH ? events.at(-1) : undefined
  } while (last)
}

export function exportAudit(ctx: HttpContext, format: ExportFormat, filters: Record<string, string>) {
  const { i18n } = ctx
  const title = (column: string) => i18n.t(`core.audit.column.${column}`)
  const columns: ExportColumn<AuditRow>[] = [
    { title: title('at'), type: 'datetime', value: (row) => row.at },
    { title: title('actor'), value: (row) => row.actor, width: 28 },
    { title: title('role'), value: (row) => row.role },
    { title: title('address'), value: (row) => row.address },
    { title: title('action'), value: (row) => row.actionName },
    { title: title('object'), value: (row) => row.objectName, width: 24 },
    { title: title('object_id'), value: (row) => row.objectId, width: 38 },
    { title: title('changes'), value: (row) => row.changes.map(asText).join('; '), width: 60 },
  ]
  if (!ctx.place!.tenant) columns.splice(1, 0, { title: title('unit'), value: (row) => row.unit })
  const unit = ctx.place!.tenant?.slug ?? null
  const name = i18n.t('core.audit.title')
  return sendExport(ctx, { format, rows: matching(filters, ctx), columns, unit, name, date: warsawDay() })
}

const asText = ({ field, before, after }: AuditRow['changes'][number]) =>
  `${field}: ${before ?? '–'} → ${after ?? '–'}`
