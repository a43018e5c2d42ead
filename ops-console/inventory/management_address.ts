import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isManagementAddress } from './management_prefixes.ts'

export type Resolve = (name: string) => Promise<string[]>

/** A target that the console must not reach. */
export class TargetRefused extends Error {
  code = 'E_TARGET'

  constructor(readonly reason: 'unknown_name' | 'outside') {
    super(reason === 'outside' ? 'not inside the management prefixes' : 'the name is unknown')
  }
}

/**
 * The address to ask a host at. Of a name every address must lie inside the management prefixes, and the one that was
 * checked is handed on, so that a second look-up cannot lead elsewhere.
 * @throws TargetRefused
 *
 * @example await managementAddress('fw-sp-12.mgmt.lublin.eu') // '10.20.12.1'
 */
export async function managementAddress(host: string, resolve: Resolve = everyAddress): Promise<string> {
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => [])
  if (!addresses.length) throw new TargetRefused('unknown_name')
  if (!addresses.every((address) => isManagementAddress(address))) throw new TargetRefused('outside')
  return addresses.find((address) => isIP(address) === 4) ?? addresses[0]!
}

/** Why a host may not be entered; null: it may. */
export async function targetProblem(host: string): Promise<TargetRefused['reason'] | null> {
  try {
    await managementAddress(host)
    return null
  } catch (error) {
    if (error instanceof TargetRefused) return error.reason
    throw error
  }
}

const everyAddress: Resolve = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address)
