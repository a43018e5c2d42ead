import type { HttpContext } from '@adonisjs/core/http'
import {
  FileTooLarge,
  Forbidden,
  NotFound,
  logReading,
  notice,
  receiveFiles,
  refuse,
} from '@unia/platform/http'
import { act, opsPool } from '#ops/acting'
import { actorOf, back } from '#ops/controllers/actor'
import { recordId } from '#ops/controllers/record_id'
import { openPackage, storePackage } from '#ops/endpoints/package_store'
import { mayFetch } from '#ops/endpoints/vpn_states'
import { standingPermission } from '#ops/queries/endpoints_unit'
import { unitOf } from '#ops/queries/endpoints_city'
import { scopedKnex } from '#ops/queries/scoped'
import { packageValidator } from '#ops/validators/endpoints'

const LARGEST_MB = 600
const PACKAGES = 'ops_console.ops_console_packages'

/** Installation packages: put here for one unit by the IT department, fetched by that unit's administrators. */
export default class PackagesController {
  async store(ctx: HttpContext) {
    await receiveFiles(ctx, { maxBytes: LARGEST_MB * 1_000_000, maxFiles: 1 }, async ({ files: [file] }) => {
      const { unit, name, version } = await ctx.request.validateUsing(packageValidator)
      if (!file) refuse(ctx, { files: 'ops-console.endpoints.package.none' })
      const tenant_id = await unitOf(unit)
      if (tenant_id === null) refuse(ctx, { unit: 'ops-console.endpoints.package.no_unit' })
      const { size, sha256, path } = file!
      await storePackage(path, sha256)
      const row = { tenant_id: tenant_id!, name, version, size, sha256, uploaded_by_name: actorOf(ctx).name }
      await act(ctx, tenant_id!, (trx) =>
        trx(PACKAGES)
          .insert(row)
          .onConflict(['tenant_id', 'sha256'])
          .merge({ name, version, withdrawn_at: null } as never)
      )
    }).catch((error) => {
      if (!(error instanceof FileTooLarge)) throw error
      refuse(ctx, {
        files: { text: 'ops-console.endpoints.package.too_large', values: { mb: LARGEST_MB } },
      })
    })
    notice(ctx, { tone: 'success', text: 'ops-console.endpoints.package.saved' })
    return back(ctx, '/city/ops-console/endpoints')
  }

  /** Only with a standing VPN permission; who fetched what is kept. */
  async show(ctx: HttpContext) {
    const tenant_id = ctx.place!.tenant!.id
    const { id: account_id, name: person_name } = actorOf(ctx)
    const found = await scopedKnex()(PACKAGES)
      .where({ tenant_id, id: recordId(ctx) })
      .whereNull('withdrawn_at')
      .first()
    if (!found) throw new NotFound()
    const permission = await standingPermission(scopedKnex(), tenant_id, account_id)
    if (!mayFetch(permission?.state ?? null)) throw new Forbidden()
    const bytes = await openPackage(found.sha256)
    if (!bytes) throw new NotFound()
    await act(ctx, tenant_id, (trx) =>
      trx('ops_console.ops_console_package_downloads').insert({
        ...{ tenant_id, package_id: found.id, account_id, person_name },
      })
    )
    await logReading(ctx, { action: 'export', object: 'ops_console_packages', objectId: found.id })
    ctx.response.header('Content-Type', 'application/octet-stream')
    ctx.response.header('Content-Length', String(found.size))
    ctx.response.header(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${found.name}-${found.version}`)}`
    )
    ctx.response.header('X-Content-Type-Options', 'nosniff')
    ctx.response.header('X-Checksum-SHA256', found.sha256)
    ctx.response.header('Cache-Control', 'private, no-store')
    return ctx.response.stream(bytes)
  }

  async destroy(ctx: HttpContext) {
    const id = recordId(ctx)
    const found = await opsPool()(PACKAGES).where({ id }).first()
    if (!found) throw new NotFound()
    await act(ctx, found.tenant_id, (trx) =>
      trx(PACKAGES).where({ tenant_id: found.tenant_id, id }).update({ withdrawn_at: new Date() })
    )
    notice(ctx, { tone: 'success', text: 'ops-console.endpoints.package.withdrawn' })
    return back(ctx, '/city/ops-console/endpoints')
  }
}
