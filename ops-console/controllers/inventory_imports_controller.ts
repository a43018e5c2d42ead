import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { FileTooLarge, notice, page, receiveFiles, refuse } from '@unia/platform/http'
import { act, opsPool } from '#ops/acting'
import { checkedMapping, guessMapping, IMPORT_COLUMNS, type Mapping } from '#ops/inventory/import/columns'
import { planImport, type PlannedRow } from '#ops/inventory/import/plan'
import { readTable, type ImportTable } from '#ops/inventory/import/read_table'
import { counts } from '#ops/inventory/import/run'
import { createTask, secretOf, TASKS } from '#ops/inventory/tasks/task'
import { cityTenant } from '#ops/queries/city'
import { mappingValidator } from '#ops/validators/inventory'
import { taskView } from '#ops/inventory/tasks/task_view'
import { personOf, setOff, taskOf } from './task_of.ts'

const BASE = '/city/ops-console/inventory'
const LARGEST = 2_000_000

/** Many entities from a file: read, looked at, then applied as a whole. */
export default class InventoryImportsController {
  async create(ctx: HttpContext) {
    return page(ctx, 'ops-console/inventory_import', { task: null, columns: IMPORT_COLUMNS })
  }

  /** An empty file with the header and one line that shows the spelling. */
  async template(ctx: HttpContext) {
    const example = { unit: 'sp-12', kind: 'edge', name: 'fw-sp-12', model: 'PA-440', host: '10.20.12.1' }
    const more: Record<string, string> = { ...example, port: '161', snmp: '2c', rollout: 'installed' }
    const lines = [IMPORT_COLUMNS, IMPORT_COLUMNS.map((column) => more[column] ?? '')]
    ctx.response.header('Content-Type', 'text/csv; charset=utf-8')
    ctx.response.header('Content-Disposition', 'attachment; filename="ops-import.csv"')
    return ctx.response.send(`\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`)
  }

  async store(ctx: HttpContext) {
    const id = await receiveFiles(ctx, { maxBytes: LARGEST, maxFiles: 1 }, async ({ files: [file] }) => {
      if (!file) refuse(ctx, { file: 'ops-console.inventory.import.no_file' })
      const table = tableOf(ctx, await readFile(file!.path))
      const city = await cityTenant(opsPool())
      const payload = {
        ...{ file: file!.name, encoding: table.encoding, header: table.header },
        mapping: guessMapping(table.header),
      }
      const task = { tenantId: city, kind: 'import', state: 'preview', requestKey: randomUUID() } as const
      return act(ctx, city, (trx) =>
        createTask(trx, { ...task, payload, secret: table, total: table.rows.length }, personOf(ctx))
      )
    }).catch((error) => {
      if (!(error instanceof FileTooLarge)) throw error
      return refuse(ctx, { file: 'ops-console.inventory.import.too_large' })
    })
    return ctx.response.redirect(`${BASE}/imports/${id}`)
  }

  async show(ctx: HttpContext) {
    const task = await taskOf(ctx, 'import')
    if (['waiting', 'running'].includes(task.state)) setOff(task.id)
    const { file, encoding, header, mapping } = task.payload as unknown as Payload
    const table = task.state === 'preview' ? secretOf<ImportTable>(task) : null
    const rows = table
      ? (await planImport(opsPool(), table, mapping)).map(({ row }) => row)
      : ((task.result.rows as PlannedRow[] | undefined) ?? [])
    return page(ctx, 'ops-console/inventory_import', {
      columns: IMPORT_COLUMNS,
      task: {
        ...taskView(task),
        file,
        encoding,
        header,
        mapping,
        rows,
        counts: counts(rows),
        forgotten: task.state === 'preview' && !table,
      },
    })
  }

  /** Another meaning of the file's columns. */
  async update(ctx: HttpContext) {
    const task = await taskOf(ctx, 'import')
    const { mapping } = await ctx.request.validateUsing(mappingValidator)
    const payload = task.payload as unknown as Payload
    const checked = checkedMapping(mapping, payload.header.length)
    await act(ctx, task.tenant_id, (trx) =>
      trx(TASKS)
        .where({ tenant_id: task.tenant_id, id: task.id, state: 'preview' })
        .update({ payload: JSON.stringify({ ...payload, mapping: checked }) })
    )
    return ctx.response.redirect(`${BASE}/imports/${task.id}`)
  }

  /** Sent twice it is applied once: only a file that is still looked at can be ordered. */
  async apply(ctx: HttpContext) {
    const task = await taskOf(ctx, 'import')
    const ordered = await act(ctx, task.tenant_id, (trx) => {
      const { id: requested_by, name: requested_by_name, role: requested_role } = personOf(ctx)
      return trx(TASKS)
        .where({ tenant_id: task.tenant_id, id: task.id, state: 'preview' })
        .whereNotNull('sealed')
        .update({ state: 'waiting', requested_by, requested_by_name, requested_role })
    })
    if (ordered) setOff(task.id)
    else notice(ctx, { tone: 'info', text: 'ops-console.inventory.import.already' })
    return ctx.response.redirect(`${BASE}/imports/${task.id}`)
  }
}

interface Payload {
  file: string
  encoding: string
  header: string[]
  mapping: Mapping
}

function tableOf(ctx: HttpContext, bytes: Uint8Array): ImportTable {
  try {
    return readTable(bytes)
  } catch (error) {
    const { code, reason, line } = error as { code?: string; reason?: string; line?: number }
    if (code !== 'E_IMPORT') throw error
    return refuse(ctx, {
      file: { text: `ops-console.inventory.import.${reason}`, values: { line: line ?? 0 } },
    })
  }
}
