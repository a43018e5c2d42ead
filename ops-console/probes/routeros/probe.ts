import type { Probe, ProbeAnswer } from '#ops/probes/probe'
import { RouterOsConnection } from './connection.ts'
import { learntOf, valuesOf } from './meaning.ts'
import { readRouter, type RouterReading } from './reading.ts'
import { restarted, routerRates } from './traffic.ts'
import type { RouterOsTarget } from './transport.ts'

export interface RouterOsProbeOptions extends RouterOsTarget {
  /** Pinged from the router five times, e.g. the unit's firewall or the city's core. */
  pingTarget?: string
}

/**
 * A MikroTik terminal asked over its API with a user of group `read,api,test`. One connection is kept between questions.
 *
 * @example
 * const probe = openRouterOsProbe({ host, port: 8729, tls: true, fingerprint, user, password, timeoutMs: 3000 })
 * const { values } = await probe.ask(AbortSignal.timeout(5000))
 */
export function openRouterOsProbe(options: RouterOsProbeOptions): Probe {
  let connection: RouterOsConnection | null = null
  let before: RouterReading | null = null
  const ask = async (signal: AbortSignal): Promise<ProbeAnswer> => {
    if (!connection || connection.closed) connection = await RouterOsConnection.open(options, signal)
    const reading = await readRouter(connection, options.pingTarget, signal).catch((error) => {
      connection?.close()
      throw error
    })
    const answer = answerOf(before, reading)
    before = reading
    return answer
  }
  return { kind: 'routeros', ask, close: () => connection?.close() }
}

function answerOf(before: RouterReading | null, now: RouterReading): ProbeAnswer {
  const interfaces = routerRates(before, now)
  const uplink = interfaces.find((one) => one.name === now.uplink)
  const partial = now.failed.map(({ name, why }) => `${name}: ${why}`).join('; ')
  return {
    at: now.at,
    values: { ...valuesOf(now), inBps: uplink?.inBps ?? null, outBps: uplink?.outBps ?? null },
    rebooted: restarted(before, now),
    interfaces,
    learnt: learntOf(now),
    ...(partial ? { partial } : {}),
  }
}
