import type { LinkRollout } from '#ops/queries/link_rollout'

/** Data of the acceptance protocol; texts are in the language of the reader, days `YYYY-MM-DD`. */
export interface ProtocolData {
  texts: Record<string, string>
  unit: string
  supplier: string
  version: number
  result: string
  signedOn: string
  remarks: string | null
  signatories: { role: string; name: string }[]
  checklist: { item: string; verdict: string; remarks: string }[]
  measures: { name: string; limit: string; measured: string; verdict: string; instrument: string }[]
  defects: { description: string; blocking: string; due: string; state: string }[]
  photos: { name: string; caption: string; sha256: string }[]
}

export const protocolTemplate = new URL('./acceptance_protocol.typ', import.meta.url)

type Translate = (key: string, values?: Record<string, string | number>) => string

const TEXTS = [
  'title',
  'for_link',
  'supplier',
  'version',
  'result_label',
  'signed_on',
  'remarks',
  'checklist',
  'item',
  'verdict',
] as const
const MORE = [
  'tests',
  'limit',
  'measured',
  'instrument',
  'defects',
  'blocking',
  'due',
  'state',
  'photos',
  'none',
  'signatures',
] as const

/** What the template prints of a protocol, its latest test run and the defects. */
export function protocolData(
  rollout: LinkRollout,
  protocol: LinkRollout['protocols'][number],
  t: Translate
): ProtocolData {
  const text = (key: string) => t(`ops-console.rollout.protocol.${key}`)
  const run = rollout.runs[0]
  return {
    texts: Object.fromEntries([...TEXTS, ...MORE].map((key) => [key, text(key)])),
    unit: rollout.school.name,
    supplier: rollout.link.supplier,
    version: protocol.version,
    result: text(`result.${protocol.result}`),
    signedOn: protocol.signed_on,
    remarks: protocol.remarks,
    signatories: [
      { role: text('for_unit'), name: protocol.for_unit },
      { role: text('for_supplier'), name: protocol.for_supplier },
      { role: text('for_city'), name: protocol.for_city },
    ],
    checklist: (protocol.checklist as { item: string; good: boolean; remarks?: string }[]).map((one) => ({
      item: text(`check.${one.item}`),
      verdict: text(one.good ? 'good' : 'bad'),
      remarks: one.remarks ?? '',
    })),
    measures: rollout.measures.filter((one) => one.run_id === run?.id).map((one) => measure(one, t)),
    defects: rollout.defects.map((one) => ({
      description: one.description,
      blocking: text(one.blocking ? 'yes' : 'no'),
      due: one.due_on ?? '–',
      state: text(one.resolved_at ? 'resolved' : 'open'),
    })),
    photos: rollout.documents
      .filter((one) => one.kind === 'photo')
      .map((one) => ({ name: one.name, caption: one.caption ?? '', sha256: one.sha256.slice(0, 16) })),
  }
}

function measure(one: LinkRollout['measures'][number], t: Translate) {
  const value = (number: number | null) =>
    number === null ? '–' : String(Math.round(number * 100) / 100).replace('.', ',')
  const unit = one.unit === 'bool' ? '' : ` ${one.unit === 'percent' ? '%' : one.unit}`
  const limit =
    one.compare === 'between'
      ? `${value(one.limit_value)} … ${value(one.limit_upper)}`
      : `${one.compare} ${value(one.limit_value)}`
  const verdict = one.passed === null ? 'not_measured' : one.passed ? 'good' : 'bad'
  return {
    name: t(`ops-console.rollout.test.code.${one.code}`),
    limit: `${limit}${unit}`,
    measured: `${value(one.measured)}${one.measured === null ? '' : unit}`,
    verdict: t(`ops-console.rollout.protocol.${verdict}`),
    instrument: one.instrument,
  }
}
