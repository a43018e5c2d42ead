import { oidBytes, type BerValue } from '../../ber.ts'
import type { SimulatedDevice } from '../../device.ts'

/** One object; `read` gives null where this device has it not. */
export interface MibEntry {
  oid: string
  bytes: Buffer
  parts: number[]
  read: Read
}

export type Read = (device: SimulatedDevice) => BerValue | null
export type Entry = [oid: string, read: Read]

export const keyOf = (bytes: Buffer) => bytes.toString('latin1')

/** Objects in the order of OIDs; one table serves all devices of a model. */
export class Mib {
  readonly sorted: MibEntry[]
  #positions: Map<string, number>

  constructor(entries: readonly Entry[]) {
    this.sorted = entries
      .map(([oid, read]) => ({ oid, bytes: oidBytes(oid), parts: oid.split('.').map(Number), read }))
      .sort((a, b) => compare(a.parts, b.parts))
    this.#positions = new Map(this.sorted.map(({ bytes }, i) => [keyOf(bytes), i]))
  }

  get(name: Buffer): MibEntry | undefined {
    const position = this.#positions.get(keyOf(name))
    return position === undefined ? undefined : this.sorted[position]
  }

  /** Position of the first object after the name. */
  after(name: Buffer, parts: () => number[]): number {
    const known = this.#positions.get(keyOf(name))
    if (known !== undefined) return known + 1
    const wanted = parts()
    let [low, high] = [0, this.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(this.sorted[middle].parts, wanted) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}
