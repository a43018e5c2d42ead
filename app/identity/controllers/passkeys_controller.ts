import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { logEvent } from '../../access/log_event.ts'
import { localPath } from '../../http/local_path.ts'
import { notice } from '../../http/page.ts'
import { recordId } from '../../http/record_id.ts'
import { systemClient } from '../../tenancy/tenancy.ts'
import { deviceOf } from '../device.ts'
import { addPasskey, beginPasskey, beginPasskeyLogIn, provenByPasskey, removePasskey } from '../passkeys.ts'
import { keepSession, origin } from '../session_cookie.ts'
import { openSession, revokeSessions } from '../sessions.ts'
import { beginFrom } from '../throttle.ts'

const answered = vine.create({
  response: vine.object({}).allowUnknownProperties(),
  next: vine.string().optional(),
})

/** Keys on a phone, a computer or a token instead of a password. */
export default class PasskeysController {
  async options(ctx: HttpContext) {
    return ctx.response.json(await beginPasskey(ctx.identity!, placeOf(ctx)))
  }

  async store(ctx: HttpContext) {
    const { response } = await ctx.request.validateUsing(answered)
    const { browser, system } = deviceOf(ctx.request.header('user-agent') ?? '')
    const name = [browser, system].filter(Boolean).join(', ') || 'passkey'
    const kept = await addPasskey(ctx.identity!.accountId, response as never, name, placeOf(ctx))
    return ctx.response.status(kept ? 200 : 422).json({ ok: kept })
  }

  async destroy(ctx: HttpContext) {
    await removePasskey(ctx.identity!.accountId, recordId(ctx))
    notice(ctx, { tone: 'success', text: 'core.passkeys.removed' })
    return ctx.response.redirect('/account')
  }

  async logInOptions(ctx: HttpContext) {
    return ctx.response.json(await beginPasskeyLogIn(placeOf(ctx)))
  }

  /** Having the key and unlocking it are two factors: nothing more is asked. */
  async logIn(ctx: HttpContext) {
    const { response, next } = await ctx.request.validateUsing(answered)
    if ((await beginFrom(ctx.request.ip())) > 0) return ctx.response.status(429).json({ ok: false })
    const accountId = await provenByPasskey(response as never, placeOf(ctx))
    const account = accountId ? await activeAccount(accountId) : null
    if (!account) return ctx.response.status(422).json({ ok: false })
    if (ctx.identity)
      await revokeSessions(ctx.identity.accountId, 'replaced', { only: ctx.identity.session.id })
    keepSession(ctx, await openSession({ ...account, secondFactor: false }, origin(ctx)))
    ctx.session.regenerate()
    await logEvent({
      ...{ action: 'log_in', accountId: account.id, address: ctx.request.ip(), details: { by: 'passkey' } },
    })
    return ctx.response.json({ ok: true, next: localPath(next) })
  }
}

const placeOf = ({ request }: HttpContext) => {
  const host = request.host() ?? ''
  return { rpId: host.replace(/:\d+$/, ''), origin: `${request.protocol()}://${host}` }
}

async function activeAccount(id: string): Promise<{ id: string; roles: string[] } | null> {
  const { rows } = await systemClient().rawQuery<{ rows: { id: string; roles: string[] }[] }>(
    `update core.identity_accounts a set last_login_at = now() where id = ? and state = 'active'
     returning id, array(select distinct role from core.identity_memberships m where m.person_id = a.person_id) as roles`,
    [id]
  )
  return rows[0] ?? null
}
