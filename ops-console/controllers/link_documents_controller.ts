import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import {
  FileTooLarge,
  logReading,
  NotFound,
  notice,
  receiveFiles,
  refuse,
  type ReceivedFile,
} from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf, linkHref, linkOf } from '#ops/controllers/link_of'
import { scopedKnex } from '#ops/queries/scoped'
import { LinkDocument, type DocumentKind } from '#ops/rollout/link_document'
import { mediaType } from '#ops/rollout/media_type'
import { documentValidator } from '#ops/validators/rollout'

const LARGEST = 15 * 1024 * 1024

/** Photos, as-built files and signed protocols of a link. */
export default class LinkDocumentsController {
  async store(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const kept = await receiveFiles(ctx, { maxBytes: LARGEST }, async ({ files }) => {
      const { kind, caption } = await ctx.request.validateUsing(documentValidator)
      if (!files.length) refuse(ctx, { files: 'ops-console.rollout.document.none' })
      const read = await Promise.all(files.map((file) => readDocument(ctx, file, kind)))
      await act(ctx, link.tenant_id, async (trx) => {
        for (const one of read) {
          await LinkDocument.query(trx)
            .insert({
              ...{ tenant_id: link.tenant_id, link_id: link.id, caption: caption ?? null, ...one },
              ...{ uploaded_by: actorOf(ctx).id, uploaded_by_name: actorOf(ctx).name },
            })
            .onConflict(['tenant_id', 'link_id', 'sha256'])
            .ignore()
        }
      })
      return read.length
    }).catch((error) => {
      if (error instanceof FileTooLarge)
        refuse(ctx, { files: { text: 'ops-console.rollout.document.too_large', values: { mb: 15 } } })
      throw error
    })
    notice(ctx, { tone: 'success', text: 'ops-console.rollout.document.saved', values: { count: kept } })
    return ctx.response.redirect(linkHref(ctx, link))
  }

  async show(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const found = await LinkDocument.query(scopedKnex())
      .where({ tenant_id: link.tenant_id, link_id: link.id, id: ctx.params.id })
      .first()
      .catch(() => undefined)
    if (!found) throw new NotFound()
    await logReading(ctx, { action: 'export', object: 'ops_console_documents', objectId: found.id })
    const inline = found.media_type.startsWith('image/') || found.media_type === 'application/pdf'
    ctx.response.header('Content-Type', found.media_type)
    ctx.response.header(
      'Content-Disposition',
      `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(found.name)}`
    )
    ctx.response.header('X-Content-Type-Options', 'nosniff')
    ctx.response.header('Cache-Control', 'private, no-store')
    return ctx.response.send(found.bytes)
  }
}

/** A photo must be a picture; nothing that a browser would run is taken, whatever it is called. */
async function readDocument(ctx: HttpContext, file: ReceivedFile, kind: DocumentKind) {
  const bytes = await readFile(file.path)
  const type = mediaType(bytes)
  if (!type || (kind === 'photo' && !type.startsWith('image/'))) {
    refuse(ctx, { files: { text: 'ops-console.rollout.document.not_taken', values: { name: file.name } } })
  }
  return { kind, name: file.name, media_type: type!, size: file.size, sha256: file.sha256, bytes }
}
