import { isFinalRefusal, mailTransport } from '@unia/platform/mail'
import { letterOf, type Letter } from '../text.ts'
import { word, type Locale } from '../words.ts'
import { Undeliverable, type Sender } from './sender.ts'

export interface MailSettings {
  /** `smtps://user:password@host:465` or `smtp://…:587`; none: no e-mail leaves the house. */
  url: string | undefined
  from: string
  /** Address of Unia that links begin with, e.g. `https://unia.lublin.eu`. */
  base: string
}

export const mailSettings = (env = process.env): MailSettings => ({
  url: env.OPS_SMTP_URL,
  from: env.OPS_MAIL_FROM ?? 'Unia <unia@localhost>',
  base: env.APP_URL ?? 'http://localhost:3333',
})

/**
 * Sends notices by SMTP, plain text with a simple HTML part. Off the own machine it insists on TLS. The Message-ID is
 * the notice's own, so that a letter sent twice after a crash is known for one.
 */
export function emailSender({ url, from, base }: MailSettings): Sender & { close(): void } {
  const transport = url ? mailTransport(url) : null
  const send: Sender = async (notice, impacts) => {
    if (!transport) throw new Undeliverable('E_NO_SMTP', 'OPS_SMTP_URL is not set')
    const letter = letterOf(notice, impacts)
    await transport
      .sendMail({
        ...{ from, to: { name: notice.name.includes('@') ? '' : notice.name, address: notice.address } },
        subject: letter.subject,
        messageId: `<${notice.id}@unia.ops-console>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': notice.locale },
        text: plain(letter, notice.locale, base),
        html: html(letter, notice.locale, base),
      })
      .catch((error: { responseCode?: number; message: string }) => {
        if (isFinalRefusal(error.responseCode)) throw new Undeliverable('E_REFUSED', error.message)
        throw error
      })
  }
  return Object.assign(send, { close: () => transport?.close() })
}

function plain({ lines, href }: Letter, locale: Locale, base: string): string {
  const link = href ? [`${word(locale, 'notice.open')}: ${base}${href}`] : []
  return [...lines, ...link, '--', word(locale, 'notice.footer')].join('\n\n')
}

function html({ subject, lines, href }: Letter, locale: Locale, base: string): string {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('')
  const link = href
    ? `<p><a href="${escaped(base + href)}">${escaped(word(locale, 'notice.open')!)}</a></p>`
    : ''
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>` +
    `<body style="font-family:sans-serif;font-size:16px;line-height:1.5">` +
    `<h1 style="font-size:20px">${escaped(subject)}</h1>${paragraphs}${link}` +
    `<p style="color:#595959;font-size:13px">${escaped(word(locale, 'notice.footer')!)}</p></body></html>`
  )
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
