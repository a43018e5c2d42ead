import { isIP } from 'node:net'
import { managementAddress, TargetRefused, type Resolve } from '#ops/inventory/management_address'
import { ProbeError } from '#ops/probes/errors'
import type { Probe, ProbeKind } from '#ops/probes/probe'

/**
 * A probe that looks up and checks its host before every question, and speaks to the very address that was checked: a
 * name that has come to point elsewhere is refused (`outside_management`) before anything is sent.
 *
 * @example guardedProbe('snmp', 'fw-sp-12.mgmt', (host) => openSnmpProbe({ host, port, community }, options))
 */
export function guardedProbe(
  kind: ProbeKind,
  host: string,
  open: (address: string) => Probe,
  resolve?: Resolve
): Probe {
  let inner: { address: string; probe: Probe } | null = null
  const close = () => {
    inner?.probe.close()
    inner = null
  }
  return {
    ...{ kind, close },
    async ask(signal) {
      const address = await checked(host, resolve)
      if (inner?.address !== address) close()
      inner ??= { address, probe: open(address) }
      return inner.probe.ask(signal)
    },
  }
}

async function checked(host: string, resolve?: Resolve): Promise<string> {
  try {
    return await managementAddress(host, isIP(host) ? undefined : resolve)
  } catch (error) {
    if (!(error instanceof TargetRefused)) throw error
    if (error.reason === 'unknown_name') throw new ProbeError('no_answer', 'unknown_name')
    throw new ProbeError('refused', 'outside_management')
  }
}
