import { discover, type Learnt } from '#ops/probes/snmp/discovery'
import { openSnmp } from '#ops/probes/snmp/open'
import { read, type Reading } from '#ops/probes/snmp/reading'
import type { Dropped, SnmpUser } from '#ops/probes/snmp/transport'

export interface ProbeTarget {
  host: string
  port: number
  community?: string
  /** Makes it SNMPv3. */
  user?: SnmpUser
  timeoutMs?: number
  wanInterface?: string
}

/** Plain JSON: counters as decimal strings. */
export interface ProbeResult {
  target: { host: string; port: number }
  learnt: Learnt
  reading: Omit<Reading, 'interfaces'>
  interfaces: Record<string, unknown>[]
  dropped: Dropped
}

/**
 * Asks one agent and gives everything that was learnt. In v2c a session of snmp-native asks: a second opinion beside
 * the collector's own client.
 * @throws SnmpError of kind no_answer (also: wrong community), refused, authentication, malformed, partial
 *
 * @example await probeAgent({ host: '192.0.2.1', port: 161, community: 'school' })
 */
export async function probeAgent(target: ProbeTarget): Promise<ProbeResult> {
  const { host, port, community, user, timeoutMs = 2000, wanInterface = 'ethernet1/1' } = target
  const options = { through: 'session' } as const
  const transport = await openSnmp({ host, port, community, user, timeoutMs, attempts: 2 }, options)
  try {
    const learnt = await discover(transport)
    const { interfaces, ...reading } = await read(transport, learnt, wanInterface)
    return {
      target: { host, port },
      learnt,
      reading,
      interfaces: interfaces.map(inDecimal),
      dropped: { ...transport.dropped },
    }
  } finally {
    transport.close()
  }
}

const inDecimal = (one: object) =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : value])
  )
