import { lacksSecondFactor } from '../identity/second_factor_duty.ts'
import { identityOf, SESSION_COOKIE } from '../identity/sessions.ts'
import type { Identity } from '../identity/identity.ts'

/**
 * Who opens a socket: the session cookie of the same browser. Null for nobody, a second factor not proved, or one that the
 * role demands and the account lacks. A connection is no sign of somebody at the keyboard: the session idles on, unless
 * `keepAwake`.
 */
export async function socketIdentity(
  cookieHeader: string | undefined,
  { keepAwake = false }: { keepAwake?: boolean } = {}
): Promise<Identity | null> {
  const token = cookieHeader
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === SESSION_COOKIE)?.[1]
  const identity = token ? await identityOf(token, { touch: keepAwake }) : null
  if (!identity || identity.session.needsSecondFactor || lacksSecondFactor(identity)) return null
  return identity
}
