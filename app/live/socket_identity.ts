import { identityOf, SESSION_COOKIE } from '../identity/sessions.ts'
import type { Identity } from '../identity/identity.ts'

/** Who opens a socket: the session cookie of the same browser. Null for nobody, or a missing second factor. */
export async function socketIdentity(cookieHeader: string | undefined): Promise<Identity | null> {
  const token = cookieHeader
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === SESSION_COOKIE)?.[1]
  const identity = token ? await identityOf(decodeURIComponent(token)) : null
  return identity && !identity.session.needsSecondFactor ? identity : null
}
