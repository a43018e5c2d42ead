import vine from '@vinejs/vine'
import { momentFields, sentence, time, uuid } from './moments.ts'
import { day } from '@unia/platform/values/vine'

export const acknowledgementValidator = vine.create({
  comment: sentence(),
  /** Instant, or hours from now. */
  until: vine.string().trim().maxLength(40).nullable().optional(),
  hours: vine.number().min(1).max(720).nullable().optional(),
})

export const acknowledgementsValidator = vine.create({
  ids: vine.array(uuid()).minLength(1).maxLength(200),
  comment: sentence(),
})

export const noteValidator = vine.create({ text: sentence(2000) })
export const closureValidator = vine.create({ reason: sentence() })
export const ticketValidator = vine.create({
  ticket: vine.string().trim().maxLength(60).nullable().optional(),
})

const KINDS = ['edge', 'cpe', 'switch', 'core', 'sepm', 'endpoints', 'other'] as const

export const silenceValidator = vine.create({
  unit: vine.string().trim().maxLength(80).nullable().optional(),
  kind: vine.enum(KINDS).nullable().optional(),
  check: vine.string().trim().maxLength(60).nullable().optional(),
  severity: vine
    .enum(['warning', 'critical'] as const)
    .nullable()
    .optional(),
  deviceId: uuid().nullable().optional(),
  reason: sentence(),
  hours: vine.number().min(0.25).max(720).nullable().optional(),
  until: vine.string().trim().maxLength(40).nullable().optional(),
})

export const windowValidator = vine.create({
  /** `city`, or a unit's slug. */
  unit: vine.string().trim().maxLength(80).nullable().optional(),
  deviceId: uuid().nullable().optional(),
  minutes: vine.number().min(5).max(43_200).nullable().optional(),
  ...momentFields('starts'),
  ...momentFields('ends'),
  ...momentFields('announced'),
  repeats: vine.enum(['none', 'weekly', 'monthly'] as const).optional(),
  repeatsUntil: day().nullable().optional(),
  subtree: vine.boolean().optional(),
  slaExcluded: vine.boolean().optional(),
  reason: sentence(),
  supplier: vine.string().trim().maxLength(60).nullable().optional(),
  supplierReference: vine.string().trim().maxLength(80).nullable().optional(),
})

export const contactValidator = vine.create({
  role: vine.enum(['it', 'manager', 'supplier', 'school'] as const),
  name: vine.string().trim().minLength(2).maxLength(120),
  supplier: vine.string().trim().maxLength(60).nullable().optional(),
  unit: vine.string().trim().maxLength(80).nullable().optional(),
  person: uuid().nullable().optional(),
  email: vine.string().trim().email().maxLength(254).nullable().optional(),
  phone: vine.string().trim().maxLength(40).nullable().optional(),
  locale: vine.enum(['pl', 'en'] as const),
  hoursFrom: time().nullable().optional(),
  hoursUntil: time().nullable().optional(),
  hourlyLimit: vine.number().withoutDecimals().range([1, 500]),
  active: vine.boolean().optional(),
})

export const webhookValidator = vine.create({
  name: vine.string().trim().minLength(2).maxLength(120),
  url: vine
    .string()
    .trim()
    .url({ protocols: ['https', 'http'], require_tld: false })
    .maxLength(400),
  secret: vine.string().minLength(16).maxLength(200),
})

export const rotaValidator = vine.create({
  startsOn: day(),
  handover: time(),
  days: vine.number().withoutDecimals().range([1, 28]),
  contactIds: vine.array(uuid()).maxLength(30),
})

export const overrideValidator = vine.create({
  contactId: uuid(),
  ...momentFields('starts'),
  ...momentFields('ends'),
  kind: vine.enum(['override', 'swap'] as const),
  reason: sentence(300),
  /** Of a swap: whose turn is taken in return. */
  returnStartsDay: day().nullable().optional(),
})

const target = vine.object({
  type: vine.enum(['rota', 'contact', 'email', 'webhook', 'supplier', 'managers'] as const),
  id: uuid().nullable().optional(),
  address: vine.string().trim().email().maxLength(254).nullable().optional(),
})

export const policyValidator = vine.create({
  name: vine.string().trim().minLength(2).maxLength(120),
  minSeverity: vine.enum(['warning', 'critical'] as const),
  kinds: vine.array(vine.enum(KINDS)).optional(),
  steps: vine
    .array(
      vine.object({
        afterMinutes: vine.number().withoutDecimals().range([0, 10_080]),
        targets: vine.array(target).minLength(1).maxLength(10),
      })
    )
    .minLength(1)
    .maxLength(8),
})
