export type PdfStandard = '1.7' | 'a-2b' | 'a-2u' | 'a-2a' | 'a-3b' | 'ua-1'

/** What the web process asks of the compiling process. */
export interface CompileRequest {
  id: number
  template: string
  inputs: { data: string; title: string; language: string }
  standard: PdfStandard
}

export type CompileReply = { id: number; pdf: Uint8Array } | { id: number; error: string }
