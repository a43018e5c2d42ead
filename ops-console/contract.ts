import { defineEvent } from '@unia/platform/bus'

/** Events of the console: few facts. Readings and states stay in the stream. */
const unit = { type: 'string', description: 'slug of the unit' } as const
const moment = { type: 'string', format: 'date-time' } as const
const uuid = { type: 'string', format: 'uuid' } as const

const incident = {
  type: 'object',
  required: ['incidentId', 'unit', 'check', 'severity', 'at'],
  additionalProperties: false,
  properties: {
    incidentId: uuid,
    unit,
    /** Left out when it concerns no single entity. */
    deviceId: uuid,
    check: { type: 'string' },
    severity: { enum: ['warning', 'critical'] },
    at: moment,
  },
} as const

/** A unit lost its connection to the city network, or has it back. */
export const unitConnectivityChanged = defineEvent({
  type: 'ops-console.unit.connectivity_changed',
  version: 1,
  schema: {
    type: 'object',
    required: ['unit', 'connected', 'since'],
    additionalProperties: false,
    properties: { unit, connected: { type: 'boolean' }, since: moment },
  },
})

export const incidentOpened = defineEvent({
  type: 'ops-console.incident.opened',
  version: 1,
  schema: incident,
})

export const incidentClosed = defineEvent({
  type: 'ops-console.incident.closed',
  version: 1,
  schema: incident,
})
