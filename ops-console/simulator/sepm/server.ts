import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { ServerResponse, IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { selfSigned } from '../panos/certificate.ts'
import { definitionsOn, playedComputers } from './computers.ts'
import type { SepmFaults } from './faults.ts'

const CREDENTIALS = { username: 'unia', password: 'symulator' }
const STEP_MS = 10_000

/**
 * Plays the city's SEPM over TLS for the given units. Resolves to where it answers and how to log in.
 *
 * @param faults read at every request, so a change takes effect at once
 */
export async function startSepm(
  units: readonly string[],
  faults: () => SepmFaults,
  now: () => number = Date.now
) {
  const tls = selfSigned('sepm')
  const tokens = new Map<string, number>()
  const commands = new Map<string, { at: number; ids: string[] }>()
  const seen = { requests: 0, logins: 0, expired: false }

  const server = createServer(tls, (request, response) => {
    seen.requests++
    if (faults()['sepm.reset'] && seen.requests % 2 === 0) return void request.socket.destroy()
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => answer(request, response, Buffer.concat(parts).toString()))
  })

  function answer(request: IncomingMessage, response: ServerResponse, body: string) {
    const url = new URL(request.url!, 'https://sepm')
    const path = url.pathname.replace('/sepm/api/v1', '')
    const reply = (status: number, json?: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    if (path === '/identity/authenticate') return login(body, reply)
    const ends = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '')
    if (ends === undefined || now() >= ends) return reply(401)
    if (faults()['sepm.error']) return reply(500, { errorCode: '500' })
    const index = Number(url.searchParams.get('pageIndex') ?? 1)
    const size = Number(url.searchParams.get('pageSize') ?? 20)
    if (path === '/computers') return computers(index, size, reply)
    if (path === '/content/avdef/latest') return reply(200, { contentName: definitionsOn(now()) })
    if (path === '/licenses/summary') {
      const expiry = now() + 200.5 * 86_400_000
      return reply(200, { ordered_quantity: 9000, unexpired_seats: 9000, service_expiration_date: expiry })
    }
    const verb = /^\/command-queue\/(.+)$/.exec(path)?.[1]
    if (verb && request.method === 'POST') {
      const id = `C${commands.size + 1}`
      commands.set(id, { at: now(), ids: url.searchParams.get('computer_ids')?.split(',') ?? [] })
      return reply(200, { commandID_computer: id })
    }
    const command = commands.get(verb ?? '')
    if (!command) return reply(404)
    const online = new Set(everyone().flatMap((c) => (c.onlineStatus ? [c.uniqueId] : [])))
    const stateId = Math.min(3, Math.floor((now() - command.at) / STEP_MS))
    const states = command.ids.map((computerId) => ({
      computerId,
      stateId: online.has(computerId) ? stateId : 0,
    }))
    reply(200, page(states, index, size))
  }

  function login(body: string, reply: (status: number, json?: unknown) => void) {
    seen.logins++
    const { username, password } = JSON.parse(body)
    const known = username === CREDENTIALS.username && password === CREDENTIALS.password
    if (!known || faults()['sepm.refused']) return reply(401)
    const tokenExpiration = faults()['sepm.tokenSeconds'] ?? 43_199
    const token = `token-${seen.logins}`
    tokens.set(token, now() + tokenExpiration * 1000)
    reply(200, { token, tokenExpiration })
  }

  const everyone = () => units.flatMap((unit) => playedComputers(unit, now(), faults()))

  function computers(index: number, size: number, reply: (status: number, json?: unknown) => void) {
    if (faults()['sepm.expired'] && index === 2 && !seen.expired) {
      seen.expired = true
      tokens.clear()
      return reply(401)
    }
    const all = everyone()
    if (faults()['sepm.duplicates']) {
      all.push({ ...all[0], uniqueId: 'ID-OLD', lastUpdateTime: 1, computerName: 'OLD' })
    }
    const shifted = faults()['sepm.shifting'] ? all.slice(index - 1) : all
    reply(200, { ...page(shifted, index, size), totalElements: all.length })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    fingerprint: new X509Certificate(tls.cert).fingerprint256,
    ...CREDENTIALS,
    seen,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function page<T>(all: readonly T[], index: number, size: number) {
  const totalPages = Math.ceil(all.length / size)
  const content = all.slice((index - 1) * size, index * size)
  return {
    content,
    number: index - 1,
    size,
    totalPages,
    totalElements: all.length,
    lastPage: index >= totalPages,
  }
}
