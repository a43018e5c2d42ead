import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faultCommand } from './faults.ts'
import type { Field } from './field.ts'

const LARGEST_BODY = 4096

/**
 * Control interface on loopback: `GET /devices`, `GET /record`, and `POST /devices/<unit>/<device>` (or `<unit>`, or
 * `core`) with `{ "fault": "stopped", "value"?: true }`; `false` ends it.
 * Only JSON and only a loopback Host are accepted, so that a web page cannot reach it through a browser.
 */
export async function openControl(field: Field, port = 0) {
  const server = createServer((request, response) => {
    void handle(field, request, response).catch(() => reply(response, 400, { error: 'bad_request' }))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

async function handle(field: Field, request: IncomingMessage, response: ServerResponse) {
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) return reply(response, 403, {})
  const path = decodeURIComponent(request.url ?? '')
  if (request.method === 'GET' && path === '/devices') return reply(response, 200, overview(field))
  if (request.method === 'GET' && path === '/record') return reply(response, 200, field.record.all)
  const key = path.match(/^\/devices\/(.+)$/)?.[1]
  if (request.method !== 'POST' || !key) return reply(response, 404, { error: 'not_found' })
  const command = faultCommand(await json(request))
  if (!command) return reply(response, 422, { error: 'unknown_fault' })
  const devices = await field.command(key, command)
  return reply(response, devices.length ? 200 : 404, devices.length ? { devices } : { error: 'no_device' })
}

const overview = (field: Field) =>
  [...field.devices].map(([key, { model, faults, reachable }]) => ({
    key,
    ...field.agents.get(key)?.address,
    model: model.name,
    reachable,
    faults,
  }))

async function json(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) return null
  let text = ''
  for await (const part of request) {
    text += part
    if (text.length > LARGEST_BODY) return null
  }
  return JSON.parse(text)
}

function reply(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
