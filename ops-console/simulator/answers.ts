import { END_OF_VIEW, NO_SUCH_OBJECT } from './ber.ts'
import type { SimulatedDevice } from './device.ts'
import type { Answer, Request } from './message.ts'
import { compare, mibFor, type MibEntry } from './mib.ts'

const PAN_ROOT = '1.3.6.1.4.1.25461.2.1.'
const mibs = new Map<number, { sorted: MibEntry[]; byOid: Map<string, MibEntry> }>()

function mib(ports: number) {
  let found = mibs.get(ports)
  if (!found) {
    const sorted = mibFor(ports)
    found = { sorted, byOid: new Map(sorted.map((entry) => [entry.oid, entry])) }
    mibs.set(ports, found)
  }
  return found
}

/** What the device says to a question. */
export function answersOf(device: SimulatedDevice, request: Request): Answer[] {
  if (request.type === 'get') return request.oids.map((oid) => get(device, oid))
  if (request.type === 'next') return request.oids.map((oid) => next(device, oid))
  return bulk(device, request)
}

const hidden = (device: SimulatedDevice, oid: string) => device.faults.noPan && oid.startsWith(PAN_ROOT)

function get(device: SimulatedDevice, oid: string): Answer {
  const entry = mib(device.model.ports).byOid.get(oid)
  return { oid, value: entry && !hidden(device, oid) ? entry.read(device) : NO_SUCH_OBJECT }
}

function next(device: SimulatedDevice, oid: string): Answer {
  const { sorted } = mib(device.model.ports)
  const parts = oid.split('.').map(Number)
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(sorted[middle].parts, parts) <= 0) low = middle + 1
    else high = middle
  }
  while (low < sorted.length && hidden(device, sorted[low].oid)) low++
  const entry = sorted[low]
  return entry ? { oid: entry.oid, value: entry.read(device) } : { oid, value: END_OF_VIEW }
}

function bulk(device: SimulatedDevice, request: Request): Answer[] {
  const answers: Answer[] = []
  for (const oid of request.oids) {
    let at = oid
    for (let i = 0; i < Math.min(request.repetitions, 50); i++) {
      const answer = next(device, at)
      answers.push(answer)
      if (answer.value === END_OF_VIEW) break
      at = answer.oid
    }
  }
  return answers
}
