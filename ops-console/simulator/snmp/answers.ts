import { END_OF_VIEW, NO_SUCH_OBJECT, oidParts } from '../ber.ts'
import type { SimulatedDevice } from '../device.ts'
import type { Answer, Pdu, PduError } from './message.ts'
import { mibOf } from './mib/mib_of.ts'
import type { Mib } from './mib/table.ts'

const TOO_BIG = 1
const GEN_ERR = 5
const MOST_REPETITIONS = 50
/** A reply beyond this would not leave as one datagram. */
const MOST_ANSWERS = 600

export interface Said {
  answers: Answer[]
  error?: PduError
}

/** What the device says to a question, its faults included. */
export function answersOf(device: SimulatedDevice, pdu: Pdu): Said {
  const { faults } = device
  const values = pdu.type === 'bulk' ? pdu.names.length * pdu.repetitions : pdu.names.length
  if (faults.genErr) return { answers: echo(pdu), error: { status: GEN_ERR, index: 1 } }
  if (faults.mostValues !== undefined && values > faults.mostValues) {
    return { answers: [], error: { status: TOO_BIG, index: 0 } }
  }
  const mib = mibOf(device)
  if (pdu.type === 'get') return { answers: pdu.names.map((name) => get(device, mib, name)) }
  if (faults.notIncreasing) return { answers: pdu.names.map((name) => looping(device, mib, name)) }
  if (pdu.type === 'next') return { answers: pdu.names.map((name) => next(device, mib, name)) }
  return { answers: bulk(device, mib, pdu) }
}

const echo = (pdu: Pdu): Answer[] => pdu.names.map((name) => ({ name, value: { tag: 0x05 } }))

function get(device: SimulatedDevice, mib: Mib, name: Buffer): Answer {
  const value = device.faults.noSuchObject ? null : mib.get(name)?.read(device)
  return { name, value: value ?? NO_SUCH_OBJECT }
}

function next(device: SimulatedDevice, mib: Mib, name: Buffer): Answer {
  if (device.faults.noSuchObject) return { name, value: END_OF_VIEW }
  for (let at = mib.after(name, () => oidParts(name)); at < mib.sorted.length; at++) {
    const entry = mib.sorted[at]
    const value = entry.read(device)
    if (value) return { name: entry.bytes, value }
  }
  return { name, value: END_OF_VIEW }
}

/** An agent that never gets further: the first row below the question again and again. */
function looping(device: SimulatedDevice, mib: Mib, name: Buffer): Answer {
  const known = mib.get(name)?.read(device)
  return known ? { name, value: known } : next(device, mib, name)
}

/** Non-repeaters once, the others row by row (RFC 3416, section 4.2.3). */
function bulk(device: SimulatedDevice, mib: Mib, pdu: Pdu): Answer[] {
  const { names, nonRepeaters, repetitions } = pdu
  const answers = names.slice(0, nonRepeaters).map((name) => next(device, mib, name))
  let row = names.slice(nonRepeaters)
  for (let i = 0; i < Math.min(repetitions, MOST_REPETITIONS) && answers.length < MOST_ANSWERS; i++) {
    const found = row.map((name) => next(device, mib, name))
    answers.push(...found)
    if (found.every(({ value }) => value === END_OF_VIEW)) break
    row = found.map(({ name }) => name)
  }
  return answers
}
