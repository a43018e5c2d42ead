import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

/** Prints in Prometheus' text format what a part of the system says of itself. */
export type MetricsPrinter = (query: Record<string, unknown>) => Promise<string>

const printers = new Map<string, MetricsPrinter>()

/** Adds a part to /metrics; a name added before is replaced. Returns how to remove it. */
export function registerMetrics(name: string, print: MetricsPrinter): () => void {
  printers.set(name, print)
  return () => {
    if (printers.get(name) === print) printers.delete(name)
  }
}

export async function printMetrics(query: Record<string, unknown>): Promise<string> {
  const parts = await Promise.all([...printers.values()].map((print) => print(query)))
  return parts.join('\n')
}

/**
 * With OPS_METRICS_TOKEN set its bearer may read, from anywhere; without it only a process of this machine. What came
 * through a proxy did not begin here, whatever its address says.
 */
export function mayReadMetrics({ request }: Pick<HttpContext, 'request'>): boolean {
  const token = process.env.OPS_METRICS_TOKEN
  if (token) return same(request.header('authorization') ?? '', `Bearer ${token}`)
  if (request.header('x-forwarded-for') || request.header('forwarded')) return false
  return /^(::ffff:)?127\.|^::1$/.test(request.request.socket.remoteAddress ?? '')
}

const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))

const digest = (text: string) => createHash('sha256').update(text).digest()
