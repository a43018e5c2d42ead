import vine from '@vinejs/vine'
import { LINK_STATES } from '#ops/domain/link_states'
import { DOCUMENT_KINDS } from '#ops/rollout/link_document'
import { CHECKLIST, PROTOCOL_RESULTS } from '#ops/rollout/protocol'

const remarks = () => vine.string().trim().maxLength(2000).optional()
const day = () => vine.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const stepValidator = vine.create({
  to: vine.enum(LINK_STATES),
  remarks: remarks(),
  /** Where the cabinet hangs, and how far from the school's IT node, metres. */
  location: vine.string().trim().maxLength(200).optional(),
  distanceM: vine.number().min(0).max(1000).optional(),
})

export const planValidator = vine.create({ plannedOn: day().nullable().optional() })

export const documentValidator = vine.create({
  kind: vine.enum(DOCUMENT_KINDS),
  caption: vine.string().trim().maxLength(300).optional(),
})

const signatory = () => vine.string().trim().minLength(3).maxLength(120)

export const protocolValidator = vine.create({
  result: vine.enum(PROTOCOL_RESULTS),
  signedOn: day(),
  forUnit: signatory(),
  forSupplier: signatory(),
  forCity: signatory(),
  checklist: vine
    .array(vine.object({ item: vine.enum(CHECKLIST), good: vine.boolean(), remarks: remarks() }))
    .maxLength(CHECKLIST.length)
    .optional(),
  remarks: remarks(),
  /** One defect a line. */
  defects: vine.string().maxLength(5000).optional(),
  blocking: vine.boolean().optional(),
})

export const defectValidator = vine.create({
  description: vine.string().trim().minLength(5).maxLength(1000),
  blocking: vine.boolean().optional(),
  dueOn: day().optional(),
})

export const defectResolutionValidator = vine.create({
  resolution: vine.string().trim().minLength(3).maxLength(1000).optional(),
})

/** Minutes of the console's own measurements; 15 at least. */
export const runValidator = vine.create({
  minutes: vine.number().withoutDecimals().min(15).max(240).optional(),
})

export const measureValidator = vine.create({
  code: vine.enum([
    'rx_unit',
    'rx_exchange',
    'speed',
    'throughput_down',
    'throughput_up',
    'latency',
    'jitter',
    'loss',
    'mtu',
    'failover',
  ]),
  measured: vine.number().min(-100).max(1_000_000),
  instrument: vine.string().trim().minLength(2).maxLength(120),
  remarks: remarks(),
})

export const deviceStepValidator = vine.create({
  to: vine.enum(['delivered', 'installed', 'pilot', 'live', 'spare', 'rma', 'retired']),
  remarks: remarks(),
})
