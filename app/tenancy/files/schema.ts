import { unitKinds } from './kinds.ts'

const text = { type: 'string', minLength: 1, pattern: '\\S' }
const textOrNull = { ...text, type: ['string', 'null'] }
const object = (properties: object, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
})
const ids = { type: 'array', items: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' }, uniqueItems: true }
const kind = { enum: [...unitKinds] }

const network = object({
  edge: object({
    model: text,
    management: {
      type: ['object', 'null'],
      additionalProperties: false,
      required: ['host'],
      properties: {
        host: text,
        port: { type: 'integer', minimum: 1, maximum: 65535 },
        community: text,
        wanInterface: text,
      },
    },
    serial: textOrNull,
    rollout: { enum: ['delivered', 'installed', 'pilot', 'live', 'spare', 'rma', 'retired'] },
    verified: { type: 'boolean' },
  }),
  link: object({
    supplier: text,
    state: {
      enum: [
        'planned',
        'route_agreed',
        'cabinet_installed',
        'documented',
        'protocol_signed',
        'testing',
        'tests_passed',
        'active',
        'rework',
        'suspended',
        'decommissioned',
      ],
    },
    capacityMbps: { type: 'integer', minimum: 1, maximum: 400_000 },
    verified: { type: 'boolean' },
  }),
  pilotGroup: { type: 'boolean' },
})

export const tenantSchema = object(
  {
    slug: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 32 },
    name: { ...text, maxLength: 250 },
    shortName: { ...text, maxLength: 40 },
    kind,
    parent: { type: ['string', 'null'] },
    contains: { type: 'array', items: kind, uniqueItems: true },
    address: object({
      street: textOrNull,
      postalCode: { type: ['string', 'null'], pattern: '^\\d{2}-\\d{3}$' },
      city: text,
      district: textOrNull,
    }),
    patron: textOrNull,
    geo: {
      ...object({
        lat: { type: 'number', minimum: -90, maximum: 90 },
        lon: { type: 'number', minimum: -180, maximum: 180 },
        precision: { enum: ['address', 'district_centroid_estimate'] },
      }),
      type: ['object', 'null'],
    },
    pupilsEstimate: { type: ['integer', 'null'], minimum: 0, maximum: 100_000 },
    status: { enum: ['active', 'merged', 'unknown'] },
    verified: object(
      {
        record: { type: 'boolean' },
        unverified: { type: 'array', items: text },
        source: { type: 'string' },
        note: text,
      },
      ['note']
    ),
    network,
    plugins: object({ add: ids, remove: ids }, ['add', 'remove']),
  },
  ['contains', 'network', 'plugins']
)

export const profileSchema = object({ kind, plugins: ids })
