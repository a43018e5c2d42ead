import type { AttributedEvent } from './event.ts'

export interface SequenceKey {
  tenantId: number
  deviceId: string
  serial: string
  logType: string
}

/** Sequence numbers that did not come, both ends included. */
export interface Gap extends SequenceKey {
  first: bigint
  last: bigint
  noticedAt: number
}

interface Sequence extends SequenceKey {
  last: bigint
}

/** A jump this large is a new beginning (factory reset, other counter), not that many lost messages. */
const LARGEST_GAP = 1_000_000n
/** A message overtaken on the way fills its gap within this time. */
const SETTLING_MS = 15_000
const MOST_OPEN = 10_000

/**
 * Notices missing sequence numbers per serial and log type (spec 3.3). A gap is told only after it had time to close,
 * because datagrams overtake each other.
 */
export class Gaps {
  readonly #sequences = new Map<string, Sequence>()
  readonly #moved = new Set<string>()
  #open: Gap[] = []

  /** Goes on from what was kept; what was missed meanwhile then shows as a gap. */
  resume(sequences: readonly (SequenceKey & { last: bigint })[]) {
    for (const one of sequences) this.#sequences.set(keyOf(one.serial, one.logType), { ...one })
  }

  see(event: AttributedEvent) {
    const { serial, seqno, deviceId, tenantId, type, receivedAt } = event
    if (serial === null || seqno === null || deviceId === null) return
    const key = keyOf(serial, type)
    const known = this.#sequences.get(key)
    const place = { tenantId, deviceId, serial, logType: type }
    const next = known && known.last + 1n
    if (next !== undefined && seqno < next && next - seqno <= LARGEST_GAP) return this.#fill(place, seqno)
    if (next !== undefined && seqno > next && seqno - next <= LARGEST_GAP && this.#open.length < MOST_OPEN) {
      this.#open.push({ ...place, first: next, last: seqno - 1n, noticedAt: receivedAt })
    }
    this.#sequences.set(key, { ...place, last: seqno })
    this.#moved.add(key)
  }

  #fill({ serial, logType }: SequenceKey, seqno: bigint) {
    const at = this.#open.findIndex(
      (gap) => gap.serial === serial && gap.logType === logType && gap.first <= seqno && seqno <= gap.last
    )
    if (at < 0) return
    const [gap] = this.#open.splice(at, 1) as [Gap]
    if (gap.first < seqno) this.#open.push({ ...gap, last: seqno - 1n })
    if (seqno < gap.last) this.#open.push({ ...gap, first: seqno + 1n })
  }

  /** Gaps that stayed open long enough to be believed; they are told once. */
  takeSettled(now: number): Gap[] {
    const settled = this.#open.filter(({ noticedAt }) => now - noticedAt >= SETTLING_MS)
    if (settled.length) this.#open = this.#open.filter(({ noticedAt }) => now - noticedAt < SETTLING_MS)
    return settled
  }

  takeMoved(): (SequenceKey & { last: bigint })[] {
    const moved = [...this.#moved].map((key) => this.#sequences.get(key)!)
    this.#moved.clear()
    return moved
  }
}

const keyOf = (serial: string, logType: string) => `${serial}/${logType}`
