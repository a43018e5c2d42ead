import { isIPv4 } from 'node:net'
import { isManagementAddress } from '../management_prefixes.ts'

/** At most 1,022 devices: a /22. */
const SHORTEST_PREFIX = 22

export type RangeProblem = 'no_range' | 'too_large' | 'outside'

/**
 * Addresses of devices in `10.20.12.0/24`: those of network and broadcast are left out, but for /31 (RFC 3021) and /32.
 * @throws Error `E_RANGE` with `reason` no_range, too_large or outside
 */
export function addressesOf(range: string): string[] {
  const [, network = '', length = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(range.trim()) ?? []
  const bits = Number(length)
  if (!isIPv4(network) || bits > 32) throw refused('no_range')
  if (bits < SHORTEST_PREFIX) throw refused('too_large')
  const size = 2 ** (32 - bits)
  const base = Math.floor(numberOf(network) / size) * size
  const [first, last] = size > 2 ? [1, size - 2] : [0, size - 1]
  const addresses = Array.from({ length: last - first + 1 }, (_, index) => textOf(base + first + index))
  if (!addresses.every((address) => isManagementAddress(address))) throw refused('outside')
  return addresses
}

const numberOf = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const textOf = (value: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
const refused = (reason: RangeProblem) =>
  Object.assign(new Error(`The range cannot be asked: ${reason}`), { code: 'E_RANGE', reason })
