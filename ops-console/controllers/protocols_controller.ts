import type { HttpContext } from '@adonisjs/core/http'
import { logReading, NotFound, notice, refuse } from '@unia/platform/http'
import { renderPrintout, sendPdf } from '@unia/platform/printouts'
import { warsawDay } from '@unia/platform/values'
import { act } from '#ops/acting'
import { actorOf, linkHref, linkOf } from '#ops/controllers/link_of'
import { protocolData, protocolTemplate } from '#ops/printouts/acceptance_protocol'
import { linkRollout } from '#ops/queries/link_rollout'
import { scopedKnex } from '#ops/queries/scoped'
import { advanceLink, lockLink } from '#ops/rollout/advance'
import { Defect } from '#ops/rollout/defect'
import { Protocol } from '#ops/rollout/protocol'
import { protocolValidator } from '#ops/validators/rollout'

/** Acceptance protocols: written as a version, printed for the signatures, the signed one uploaded beside it. */
export default class ProtocolsController {
  async store(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const { defects, blocking, ...form } = await ctx.request.validateUsing(protocolValidator)
    if (form.signedOn > warsawDay()) refuse(ctx, { signedOn: 'ops-console.rollout.protocol.future' })
    const lines = (defects ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    if (form.result === 'accepted_with_defects' && !lines.length)
      refuse(ctx, { defects: 'ops-console.rollout.protocol.no_defects' })
    await act(ctx, link.tenant_id, async (trx) => {
      await lockLink(trx, link)
      const of = { tenant_id: link.tenant_id, link_id: link.id }
      const last = await Protocol.query(trx).where(of).orderBy('version', 'desc').first()
      await Protocol.query(trx).insert({
        ...{ ...of, version: (last?.version ?? 0) + 1, result: form.result, signed_on: form.signedOn },
        ...{ for_unit: form.forUnit, for_supplier: form.forSupplier, for_city: form.forCity },
        ...{ checklist: form.checklist ?? [], remarks: form.remarks ?? null, written_by: actorOf(ctx).id },
      } as never)
      for (const description of lines) {
        await Defect.query(trx).insert({
          ...of,
          description,
          blocking: blocking ?? false,
          reported_by_name: form.forCity,
        })
      }
      const to = form.result === 'rejected' ? 'rework' : 'protocol_signed'
      if (link.state === 'documented')
        await advanceLink(trx, link, { to, actor: actorOf(ctx), remarks: form.remarks })
    })
    notice(ctx, { tone: 'success', text: 'ops-console.rollout.protocol.saved' })
    return ctx.response.redirect(linkHref(ctx, link))
  }

  /** The protocol as tagged PDF, with checklist, measured values and defects. */
  async show(ctx: HttpContext) {
    const link = await linkOf(ctx)
    const rollout = await linkRollout(scopedKnex(), link)
    const protocol = rollout.protocols.find(({ id }: { id: string }) => id === ctx.params.id)
    if (!protocol) throw new NotFound()
    await logReading(ctx, { action: 'export', object: 'ops_console_protocols', objectId: protocol.id })
    const language = ctx.i18n.locale === 'en' ? 'en' : 'pl'
    const pdf = await renderPrintout({
      template: protocolTemplate,
      data: protocolData(rollout, protocol, (key, values) => ctx.i18n.t(key, values)),
      title: ctx.i18n.t('ops-console.rollout.protocol.title'),
      language,
    })
    return sendPdf(ctx, pdf)
  }
}
