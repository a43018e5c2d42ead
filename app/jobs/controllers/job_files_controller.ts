import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../../access/errors.ts'
import { logReading } from '../../access/log_reading.ts'
import { registry } from '../../plugins/registry.ts'
import { fileOf } from '../file_list.ts'
import { isRunId, runFor } from '../run_list.ts'

/** Downloads what a run made. Who may see the run may have its files; they go when the plugin is off. */
export default class JobFilesController {
  async show(ctx: HttpContext) {
    const run = await runFor(ctx, ctx.params.id)
    const plugin = run.job.split('.')[0]!
    if (plugin !== 'core' && !registry.isActive(plugin, ctx.place!.tenant!.id)) throw new NotFound()
    const file = isRunId(ctx.params.file) ? await fileOf(run.id, ctx.params.file) : null
    if (!file) throw new NotFound()
    const details = { job: run.job, run: run.id }
    await logReading(ctx, { action: 'export', object: 'jobs_files', objectId: file.id, details })
    ctx.response.header('Content-Type', file.media_type)
    ctx.response.header('Content-Disposition', attachment(file.name))
    ctx.response.header('Cache-Control', 'no-store')
    return ctx.response.send(file.body)
  }
}

/** RFC 6266: a name in plain ASCII for old programs, and the true one. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
