import { fileURLToPath } from 'node:url'
import type { PdfStandard } from './typst_messages.ts'
import { TypstProcess } from './typst_process.ts'

export interface Printout<Data extends object> {
  /** A `.typ` file below the repository; plugins say `new URL('../printouts/x.typ', import.meta.url)`. */
  template: URL | string
  /** Reaches the template as `json(bytes(sys.inputs.data))`, never as Typst source. */
  data: Data
  /** Title of the document, read out by screen readers and shown by the window. */
  title: string
  language?: 'pl' | 'en'
  /** Default `ua-1` (tagged, for people); `a-2a` or `a-2b` for the archive. */
  standard?: PdfStandard
}

const typst = new TypstProcess({ timeoutMs: 60_000, queueLimit: 100 })

/**
 * Makes a PDF from a Typst template, outside the request loop. A character that no shipped font has becomes □.
 * Throws E_PRINTOUT_FAILED, E_PRINTOUT_TIMEOUT (60 s), E_PRINTOUT_QUEUE_FULL (100 waiting).
 *
 * @example
 * await renderPrintout({ template, data: { pupil: 'Zofia Żak' }, title: 'Zaświadczenie' })
 */
export function renderPrintout<Data extends object>(printout: Printout<Data>): Promise<Buffer> {
  const { template, data, title, language = 'pl', standard = 'ua-1' } = printout
  return typst.compile({
    template: template instanceof URL ? fileURLToPath(template) : template,
    inputs: { data: JSON.stringify(data), title, language },
    standard,
  })
}

/** Ends the compiling process; call it at shutdown. A later printout starts a new one. */
export const closePrintouts = () => typst.close()
