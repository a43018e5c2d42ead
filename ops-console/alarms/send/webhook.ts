import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Knex } from 'knex'
import { dataKeys, seal, unseal } from '#ops/inventory/sealing'
import { letterOf } from '../text.ts'
import { Undeliverable, type Sender } from './sender.ts'

export const WEBHOOKS = 'ops_console.ops_console_webhooks'
const TIMEOUT_MS = 5000

const place = (tenantId: number, id: string) => ({ tenantId, deviceId: id, field: 'webhook' })

export function sealedSecret(tenantId: number, id: string, secret: string) {
  const { key, version } = dataKeys()
  return { secret: seal(key, place(tenantId, id), secret), key_version: version }
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 of `<seconds>.<body>`; the time keeps an old message from being played again. */
export function signature(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** What the receiving side does; at most five minutes old. */
export function isSigned(secret: string, body: string, header: string, now: Date): boolean {
  const seconds = Number(/^t=(\d+),/.exec(header)?.[1])
  if (!(Math.abs(now.getTime() / 1000 - seconds) < 300)) return false
  const wanted = Buffer.from(signature(secret, body, new Date(seconds * 1000)))
  const given = Buffer.from(header)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

/**
 * Posts notices as JSON. `X-Unia-Delivery` is the notice's id and the same in every attempt, `X-Unia-Signature` as
 * above. Anything but 2xx within five seconds is a failure; redirects are not followed.
 */
export function webhookSender(knex: Knex, clock: () => Date = () => new Date()): Sender {
  return async (notice, impacts) => {
    const hook = await knex(WEBHOOKS).where({ id: notice.address, active: true }).first()
    if (!hook) throw new Undeliverable('E_GONE', 'The webhook was removed or switched off')
    const { subject, lines } = letterOf(notice, impacts)
    const { fact, items, ...content } = notice.content
    const body = JSON.stringify({
      ...{ id: notice.id, kind: notice.kind, step: notice.step, incidentId: notice.incident_id },
      ...{ subject, text: lines.join('\n'), ...content, impacts, ...(items && { items }) },
      fact: fact && fact.code,
    })
    const response = await fetch(hook.url, {
      ...{ method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) },
      headers: {
        'content-type': 'application/json',
        'user-agent': 'unia-ops-console',
        'x-unia-delivery': notice.id,
        'x-unia-signature': signature(
          unseal(dataKeys(), place(hook.tenant_id, hook.id), hook.secret),
          body,
          clock()
        ),
      },
    })
    await response.body?.cancel()
    if (response.ok) return
    if (response.status === 410) throw new Undeliverable('E_GONE', 'HTTP 410')
    throw new Error(`HTTP ${response.status}`)
  }
}
