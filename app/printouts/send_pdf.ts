import type { HttpContext } from '@adonisjs/core/http'

/** Shows a printout in the browser; no copy of it stays there. `fileName` is proposed to who saves it. */
export function sendPdf({ response }: Pick<HttpContext, 'response'>, pdf: Uint8Array, fileName?: string) {
  response.header('Content-Type', 'application/pdf')
  response.header('Content-Disposition', fileName ? `inline; filename="${fileName}"` : 'inline')
  response.header('Cache-Control', 'no-store')
  return response.send(pdf)
}
