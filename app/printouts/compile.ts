import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { CompileRequest } from './typst_messages.ts'
import { boxed, unprintableIn } from './unprintable.ts'

/** Templates import each other by paths from here: `#import "/app/printouts/templates/letterhead.typ"`. */
export const TEMPLATE_ROOT = fileURLToPath(new URL('../../', import.meta.url))
const KEEP_RESULTS = 10
const ATTEMPTS = 5

let compiler: NodeCompiler | undefined

/** Compiles in this thread and blocks it. Throws an Error with the compiler's text. */
export function compile({ template, inputs, standard }: Omit<CompileRequest, 'id'>): Buffer {
  compiler ??= NodeCompiler.create({ workspace: TEMPLATE_ROOT })
  try {
    return attempt(compiler, template, inputs, standard, ATTEMPTS)
  } finally {
    compiler.evictCache(KEEP_RESULTS)
  }
}

function attempt(
  typst: NodeCompiler,
  template: string,
  inputs: CompileRequest['inputs'],
  standard: string,
  left: number
): Buffer {
  const outcome = typst.compile({ mainFilePath: template, inputs, resetRead: true })
  const error = outcome.takeError()
  if (!outcome.result) throw new Error(JSON.stringify(error?.shortDiagnostics ?? 'no document'))
  try {
    return typst.pdf(outcome.result, { pdfStandard: standard })
  } catch (cause) {
    const text = (cause as { code?: string }).code ?? String(cause)
    const missing = unprintableIn(text)
    const data = boxed(inputs.data, missing)
    if (left <= 1 || data === inputs.data) throw new Error(text, { cause })
    return attempt(typst, template, { ...inputs, data }, standard, left - 1)
  }
}
