import { ProbeError, type ProbeFailure } from '../errors.ts'
import { nodeAt, nodesAt, parseReply, textAt, type XmlNode } from './xml.ts'

/** An error that the firewall itself told. */
export class PanosError extends ProbeError {
  /** Code of the envelope, e.g. `13`; null when only HTTP or the status said it. */
  panosCode: string | null

  constructor(kind: ProbeFailure, detail: string, panosCode: string | null) {
    super(kind, detail)
    this.panosCode = panosCode
  }
}

export interface HttpReply {
  status: number
  text: string
}

const SUCCESS = new Set(['19', '20'])
const NOT_ALLOWED = new Set(['403', '16'])
const LONGEST_TEXT = 300

/**
 * The envelope of a reply, whose `result` is what was asked for. HTTP status and envelope can disagree; either of
 * them failing is a failure.
 * @throws PanosError authentication (401, 403, code 16, status `unauth`), refused (any other code; 503 is `busy`)
 * @throws ProbeError malformed
 */
export function openEnvelope({ status, text }: HttpReply): { [name: string]: XmlNode } {
  if (status === 503) throw new PanosError('refused', 'busy', null)
  if (status === 401 || status === 403)
    throw new PanosError('authentication', told(text, 'not_allowed'), '403')
  if (status >= 300 && !text.includes('<response')) throw new PanosError('refused', `http_${status}`, null)
  const response = parseReply(text)
  const code = textAt(response, '@code')
  const state = textAt(response, '@status')
  if (NOT_ALLOWED.has(code ?? '') || state === 'unauth') {
    throw new PanosError('authentication', errorText(response) ?? 'not_allowed', code)
  }
  const failed = state !== 'success' || status >= 300 || (code !== null && !SUCCESS.has(code))
  if (!failed) return response
  const detail = errorText(response) ?? (code === null ? `http_${status}` : `code_${code}`)
  throw new PanosError('refused', detail, code)
}

/** The vendor puts the text of an error into one of six places, as a text or as lines. */
export function errorText(response: XmlNode): string | null {
  const places = [
    ['msg', 'line', 'line'],
    ['msg', 'line'],
    ['msg'],
    ['result', 'msg', 'line'],
    ['result', 'msg'],
    ['result', 'job', 'details', 'line'],
  ]
  for (const place of places) {
    const lines = nodesAt(response, ...place).flatMap((node) => textAt(node) ?? [])
    if (lines.length) return lines.join('; ').slice(0, LONGEST_TEXT)
  }
  return null
}

function told(text: string, otherwise: string): string {
  try {
    return errorText(parseReply(text)) ?? otherwise
  } catch {
    return otherwise
  }
}

export const resultOf = (response: XmlNode): XmlNode => nodeAt(response, 'result')
