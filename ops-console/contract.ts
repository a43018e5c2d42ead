/** Events of the console as plain descriptors; `schema` is JSON Schema of the payload. Readings stay in the stream. */
const unit = { type: 'string', description: 'slug of the unit' } as const
const moment = { type: 'string', format: 'date-time' } as const
const uuid = { type: 'string', format: 'uuid' } as const

const incident = {
  type: 'object',
  required: ['incidentId', 'unit', 'deviceId', 'check', 'severity', 'at'],
  additionalProperties: false,
  properties: {
    incidentId: uuid,
    unit,
    deviceId: uuid,
    check: { type: 'string' },
    severity: { enum: ['warning', 'critical'] },
    at: moment,
  },
} as const

/** A unit lost its connection to the city network, or has it back. */
export const unitConnectivityChanged = {
  type: 'ops-console.unit.connectivity_changed',
  version: 1,
  schema: {
    type: 'object',
    required: ['unit', 'connected', 'since'],
    additionalProperties: false,
    properties: { unit, connected: { type: 'boolean' }, since: moment },
  },
} as const

export const incidentOpened = {
  type: 'ops-console.incident.opened',
  version: 1,
  schema: incident,
} as const

export const incidentClosed = {
  type: 'ops-console.incident.closed',
  version: 1,
  schema: incident,
} as const
