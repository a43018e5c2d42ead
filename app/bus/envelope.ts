import { EnvelopeInvalid } from './errors.ts'

const FULL_TYPE = /^pl\.lublin\.edu\.([a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:_[a-z]+)*){2})\.v(\d+)$/
const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
const EXTENSION = /^[a-z\d]+$/
const MOST_AHEAD_MS = 5 * 60_000

/** CloudEvents 1.0, structured JSON; extension names are lower-case letters and digits. */
export interface Envelope<Data = unknown> {
  specversion: '1.0'
  id: string
  type: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  dataschema: string
  /** Slug of the tenant. */
  tenantid: string
  correlationid: string
  causationid?: string
  /** Number within the partition, from 1. */
  sequence?: string
  partitionkey: string
  /** Where data too large for the event is kept, with its SHA-256. */
  dataref?: string
  datahash?: string
  data: Data
}

/** Short type and major version of a full type; null when it is none of this city. */
export function readType(type: string): { type: string; version: number } | null {
  const match = FULL_TYPE.exec(type)
  return match ? { type: match[1]!, version: Number(match[2]) } : null
}

/** Checks an envelope from outside. Throws EnvelopeInvalid, naming the attribute. */
export function parseEnvelope(text: string | Record<string, unknown>, now = new Date()): Envelope {
  const value = typeof text === 'string' ? read(text) : text
  const require = (ok: boolean, attribute: string) => {
    if (!ok) throw new EnvelopeInvalid(`Attribute "${attribute}" of the event is missing or wrong`)
  }
  const isText = (each: unknown): each is string => typeof each === 'string' && each !== ''
  require(value.specversion === '1.0', 'specversion')
  require(isText(value.id) && UUID_V7.test(value.id), 'id')
  require(isText(value.type) && readType(value.type) !== null, 'type')
  for (const name of ['source', 'tenantid', 'partitionkey', 'correlationid'])
    require(isText(value[name]), name)
  const at = isText(value.time) ? Date.parse(value.time) : NaN
  require(at <= now.getTime() + MOST_AHEAD_MS, 'time')
  for (const name of Object.keys(value)) require(EXTENSION.test(name), name)
  return value as unknown as Envelope
}

function read(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw new EnvelopeInvalid('The event is not a JSON object')
}

export const encodeEnvelope = (envelope: Envelope): string => JSON.stringify(envelope)
