import { createTransport } from 'nodemailer'

const TIMEOUT_MS = 15_000
const LOOPBACK = /^(127\.|\[?::1\]?$|localhost$)/

/**
 * A way to a mail server: `smtps://user:password@host:465` or `smtp://…:587`. Off the own machine it insists on TLS.
 */
export function mailTransport(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const near = LOOPBACK.test(hostname)
  return createTransport({
    ...{ host: hostname, port: Number(port) || (secure ? 465 : 587), secure, requireTLS: !secure && !near },
    ...(near && { tls: { rejectUnauthorized: false } }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
  })
}

/** 5xx about the recipient or the letter; 530 to 538 are about logging in and may be mended. */
export const isFinalRefusal = (code: number | undefined) => code !== undefined && code >= 550 && code < 560
