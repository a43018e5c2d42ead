import { isFinalRefusal, mailTransport } from './transport.ts'

export interface Mail {
  to: string
  subject: string
  /** Paragraphs of plain text; an HTML part is made of them. */
  lines: string[]
  /** Path inside Unia the letter leads to, and what its link is called. */
  link?: { path: string; label: string }
  language: 'pl' | 'en'
  /** Makes a letter sent twice after a crash known for one. */
  id: string
}

export type Sending = 'sent' | 'no_server' | 'refused'

export const mailServer = (env = process.env) => env.UNIA_SMTP_URL ?? env.OPS_SMTP_URL ?? null

/** Address of Unia that letters and printouts name, e.g. `https://unia.lublin.eu`. */
export const publicAddress = (env = process.env) =>
  (env.APP_URL ?? 'http://localhost:3333').replace(/\/$/, '')

/**
 * Sends one letter by SMTP (`UNIA_SMTP_URL`, else that of the console's alarms). `refused` is for good, the address does
 * not exist; what may be mended throws.
 */
export async function sendMail(mail: Mail, url = mailServer()): Promise<Sending> {
  if (!url) return 'no_server'
  const transport = mailTransport(url)
  const href = mail.link && publicAddress() + mail.link.path
  try {
    await transport.sendMail({
      ...{ from: process.env.UNIA_MAIL_FROM ?? 'Unia <unia@localhost>', to: mail.to, subject: mail.subject },
      messageId: `<${mail.id}@unia>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      text: [...mail.lines, ...(href ? [`${mail.link!.label}: ${href}`] : [])].join('\n\n'),
      html: htmlOf(mail, href),
    })
    return 'sent'
  } catch (error) {
    if (isFinalRefusal((error as { responseCode?: number }).responseCode)) return 'refused'
    throw error
  } finally {
    transport.close()
  }
}

function htmlOf({ language, subject, lines, link }: Mail, href: string | undefined): string {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('')
  const anchor = href ? `<p><a href="${escaped(href)}">${escaped(link!.label)}</a></p>` : ''
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>` +
    `<body style="font-family:sans-serif;font-size:16px;line-height:1.5">${paragraphs}${anchor}</body></html>`
  )
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
