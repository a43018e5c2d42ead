import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Reply } from './firewall.ts'
import { panosFault, type PanosSubject } from './subject.ts'

const STALL_MS = 30_000
const HTML = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>'

/** Sends a reply, with what goes wrong on its way. Settles when it is sent or the other side is gone. */
export async function deliver(response: ServerResponse, subject: PanosSubject, { status, text }: Reply) {
  const holds = (name: string) => panosFault(subject, name)
  const gone = once(response, 'close')
  const send = (code: number, body: string, length = Buffer.byteLength(body), type = 'application/xml') => {
    response.writeHead(code, { 'content-type': `${type}; charset=UTF-8`, 'content-length': length })
    response.strictContentLength = false
    response.end(body)
  }
  const stall = holds('stallMs')
  if (stall) await Promise.race([gone, pause(stall === true ? STALL_MS : stall, response)])
  if (response.destroyed) return
  if (holds('html')) send(502, HTML, undefined, 'text/html')
  else if (holds('htmlOk')) send(200, HTML, undefined, 'text/html')
  else if (holds('truncated')) send(status, text.slice(0, Math.floor(text.length * 0.7)))
  else if (holds('dtd')) send(200, `<!DOCTYPE response [<!ENTITY a "b">]>${text}`)
  else if (holds('tooLarge'))
    send(200, `<response status="success"><result>${'x'.repeat(3_000_000)}</result></response>`)
  else if (holds('cutMidway')) cut(response, text)
  else if (holds('shortLength')) send(status, text, Math.max(1, Buffer.byteLength(text) - 40))
  else if (holds('wrongLength')) {
    send(status, text, Buffer.byteLength(text) + 500)
    response.socket?.end()
  } else send(status, text)
  await gone
}

function cut(response: ServerResponse, text: string) {
  response.writeHead(200, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(text) })
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy())
}

function pause(ms: number, response: ServerResponse) {
  return new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
