import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a handshake comes from a page of this server, or from a program that sends no origin. Behind a proxy that changes
 * the host, the forwarded one counts: no foreign page can set that header.
 */
export function ownOrigin(headers: IncomingHttpHeaders): boolean {
  if (headers.origin === undefined) return true
  const host = URL.parse(headers.origin)?.host
  const forwarded = String(headers['x-forwarded-host'] ?? '')
    .split(',')[0]!
    .trim()
  return host !== undefined && (host === headers.host || host === forwarded)
}
