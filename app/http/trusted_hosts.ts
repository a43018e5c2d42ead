import { isIP } from 'node:net'

/**
 * Names this city is reached by: `UNIA_HOSTS` (comma-separated) and the one in `APP_URL`. Numbers and localhost are let
 * through as well: nobody can make a browser send them for another place.
 */
export const trustedHosts = (env = process.env): string[] =>
  [...(env.UNIA_HOSTS ?? '').split(','), URL.parse(env.APP_URL ?? '')?.hostname ?? '', env.HOST ?? '']
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)

/** Whether a Host header (with or without a port) names this city. */
export function isTrustedHost(header: string | undefined, trusted = trustedHosts()): boolean {
  const host = URL.parse(`http://${header ?? ''}`)
  if (!host || host.pathname !== '/' || host.username) return false
  const name = host.hostname.replace(/^\[|\]$/g, '')
  return isIP(name) !== 0 || name === 'localhost' || trusted.includes(name)
}
