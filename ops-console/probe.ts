import { discover, type Learnt } from '#ops/probes/snmp/discovery'
import { read, type Reading } from '#ops/probes/snmp/reading'
import { SnmpV2c } from '#ops/probes/snmp/v2c'

export interface ProbeTarget {
  host: string
  port: number
  community: string
  timeoutMs?: number
  wanInterface?: string
}

/** Plain JSON: counters as decimal strings. */
export interface ProbeResult {
  target: { host: string; port: number }
  learnt: Learnt
  reading: Omit<Reading, 'interfaces'>
  interfaces: Record<string, unknown>[]
  dropped: { foreign: number; malformed: number }
}

/**
 * Asks one agent and gives everything that was learnt.
 * @throws SnmpError of kind no_answer (also: wrong community), refused, authentication, malformed, partial
 *
 * @example await probeAgent({ host: '192.0.2.1', port: 161, community: 'school' })
 */
export async function probeAgent(target: ProbeTarget): Promise<ProbeResult> {
  const { host, port, community, timeoutMs = 2000, wanInterface = 'ethernet1/1' } = target
  const transport = await SnmpV2c.open({ host, port, community, timeoutMs, attempts: 2 })
  try {
    const learnt = await discover(transport)
    const { interfaces, ...reading } = await read(transport, learnt, wanInterface)
    return {
      target: { host, port },
      learnt,
      reading,
      interfaces: interfaces.map((one) => ({
        ...one,
        in: one.in?.toString() ?? null,
        out: one.out?.toString() ?? null,
      })),
      dropped: { ...transport.dropped },
    }
  } finally {
    transport.close()
  }
}
