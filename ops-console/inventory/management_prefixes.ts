import { BlockList, isIP } from 'node:net'

/** The private networks (RFC 1918). Loopback is where the console's own services listen, so it must be named. */
const DEFAULT_PREFIXES = '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16'

/**
 * Whether an address lies where the city manages its devices. Names of hosts do not: what they stand for may change.
 * `prefixes` as in `OPS_MANAGEMENT_PREFIXES`, `10.0.0.0/8,fd00::/8`; empty: the private networks.
 * @throws Error `E_SETTING` naming a prefix that is none
 */
export function isManagementAddress(
  address: string,
  prefixes = process.env.OPS_MANAGEMENT_PREFIXES
): boolean {
  const version = isIP(address)
  return (
    version !== 0 && listOf(prefixes?.trim() || DEFAULT_PREFIXES).check(address, `ipv${version as 4 | 6}`)
  )
}

function listOf(prefixes: string): BlockList {
  const list = new BlockList()
  for (const prefix of prefixes.split(',').map((one) => one.trim())) {
    const [, network = '', length = ''] = /^([^/]+)\/(\d{1,3})$/.exec(prefix) ?? []
    const version = isIP(network)
    if (version === 0 || Number(length) > (version === 4 ? 32 : 128)) {
      throw Object.assign(new Error(`OPS_MANAGEMENT_PREFIXES: no prefix: ${prefix}`), { code: 'E_SETTING' })
    }
    list.addSubnet(network, Number(length), `ipv${version as 4 | 6}`)
  }
  return list
}
