import { defineEvent } from '../../../app/bus/define_event.ts'

const schema = {
  type: 'object',
  required: ['assessmentId', 'amount'],
  properties: {
    assessmentId: { type: 'string' },
    amount: { type: 'string', format: 'decimal' },
  },
} as const

/** A canteen's fee, as the specs of the bus tell it. */
export const feeAssessed = defineEvent({ type: 'canteen.fee.assessed', version: 1, schema })

export const feeAssessedTwo = defineEvent({ type: 'canteen.fee.assessed', version: 2, schema })

/** What a newer canteen sends: one field more. */
export const feeAssessedNewer = defineEvent({
  type: 'canteen.fee.assessed',
  version: 1,
  minor: 3,
  schema: { ...schema, properties: { ...schema.properties, meals: { type: 'integer' } } },
})
