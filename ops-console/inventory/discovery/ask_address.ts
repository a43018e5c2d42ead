import { ProbeError, type ProbeFailure } from '#ops/probes/errors'
import { textAt } from '#ops/probes/snmp/decode'
import { discover } from '#ops/probes/snmp/discovery'
import { SYSTEM } from '#ops/probes/snmp/oids'
import { openSnmp } from '#ops/probes/snmp/open'
import type { SnmpUser } from '#ops/probes/snmp/transport'
import type { Found } from './found.ts'

export interface DiscoveryCredential {
  port: number
  community?: string
  user?: SnmpUser
}

/** Longest stay with one device that answers, milliseconds. */
const LEARN_MS = 8000

/**
 * Asks one address who it is. A string: it answered something else (a silent address is `no_answer`, as is one with
 * another community).
 */
export async function askAddress(
  address: string,
  { port, community, user }: DiscoveryCredential,
  signal: AbortSignal
): Promise<Found | ProbeFailure> {
  const snmp = await openSnmp({ host: address, port, community, user, timeoutMs: 700, attempts: 2 })
  const stop = () => snmp.close()
  signal.addEventListener('abort', stop, { once: true })
  const late = setTimeout(stop, LEARN_MS)
  try {
    const system = await snmp.get([SYSTEM.name, SYSTEM.descr])
    const learnt = await discover(snmp).catch(() => null)
    const { model = null, serial = null, software = null, family = 'other', neighbours = [] } = learnt ?? {}
    return {
      ...{ address, model, serial, software, family, name: textAt(system, SYSTEM.name) || null },
      neighbours: (neighbours ?? [])
        .slice(0, 20)
        .map(({ localPort, name, chassis }) => `${localPort}: ${name ?? chassis ?? '?'}`),
    }
  } catch (error) {
    return error instanceof ProbeError || (error as { kind?: string }).kind
      ? (error as ProbeError).kind
      : 'no_answer'
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', stop)
    snmp.close()
  }
}
