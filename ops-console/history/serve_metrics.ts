import { createServer } from 'node:http'
import { telemetry } from './telemetry.ts'

/** `/metrics` of a process without a web server, on loopback only; `OPS_METRICS_PORT`. Returns how to end it. */
export function serveMetrics(port = Number(process.env.OPS_METRICS_PORT)): (() => void) | null {
  if (!Number.isInteger(port) || port <= 0) return null
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    void telemetry
      .metrics()
      .then((text) => response.writeHead(200, { 'Content-Type': telemetry.contentType }).end(text))
  })
  server.listen(port, '127.0.0.1')
  server.unref()
  return () => server.close()
}
