import { causeOf } from './cause.ts'
import type { LinkMonth } from './link_month.ts'
import { RULE_VERSION, settleContract, type SlaResult } from './settle.ts'
import type { SlaReport } from './reports.ts'
import { amount, duration, moment, monthName, percent } from './words.ts'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** What `printouts/sla.typ` prints: facts and tables, all in words already. */
export interface SlaDocument {
  title: string
  subtitle: string
  warnings: string[]
  facts: [string, string][]
  tables: { caption: string; head: string[]; rows: string[][]; empty: string }[]
  notes: string[]
}

interface Words {
  t: Translate
  locale: string
}

/** The report to the supplier about one link's month. */
export function linkDocument({ link, month, inputs, result, settled }: LinkMonth, words: Words): SlaDocument {
  const { t, locale } = words
  const say = (key: string, values?: Record<string, string | number>) => t(`ops-console.sla.${key}`, values)
  const warnings = result ? warningsOf(result, words) : [say('not_in_service')]
  if (!settled) warnings.unshift(say('preview'))
  return {
    title: say('document.title', { month: monthName(month, locale) }),
    subtitle: `${link.unitName} · ${link.supplier}`,
    warnings,
    facts: inputs && result ? factsOf(inputs, result, words) : [],
    tables: inputs && result ? tablesOf(inputs, result, words) : [],
    notes: [
      say('document.rule'),
      say('document.resolution', { seconds: inputs?.resolution ?? 60 }),
      link.activatedAt === null
        ? say('document.no_activation')
        : say('document.activated', { at: moment(Date.parse(link.activatedAt), locale) }),
      ...(settled
        ? [
            say('document.version', {
              ...{ version: settled.version, name: settled.generatedName, rule: settled.ruleVersion },
              at: moment(Date.parse(settled.generatedAt), locale),
            }),
            say('document.hash', { hash: settled.inputsHash }),
          ]
        : []),
    ],
  }
}

/** The whole contract: every settled link of a month. */
export function contractDocument(
  month: string,
  rows: readonly ContractRow[],
  { t, locale }: Words
): SlaDocument {
  const say = (key: string, values?: Record<string, string | number>) => t(`ops-console.sla.${key}`, values)
  const settled = rows.flatMap(({ report }) => report ?? [])
  const whole = settleContract(settled.map(({ result }) => result))
  const warnings = []
  if (settled.length < rows.length) warnings.push(say('some_open', { count: rows.length - settled.length }))
  if (whole.badlyCovered) warnings.push(say('badly_covered', { count: whole.badlyCovered }))
  return {
    title: say('document.contract', { month: monthName(month, locale) }),
    subtitle: [...new Set(rows.map(({ supplier }) => supplier))].join(', '),
    warnings,
    facts: [
      [say('field.availability'), percent(whole.availability, locale)],
      [say('field.links'), `${settled.length} / ${rows.length}`],
      [say('field.below'), String(whole.below)],
      [say('field.service'), duration(whole.service)],
      [say('field.excluded'), duration(whole.excluded)],
      [say('field.unknown'), duration(whole.unknown)],
      [say('field.down'), duration(whole.down)],
    ],
    tables: [
      {
        caption: say('contract.links'),
        head: ['unit', 'availability', 'down', 'excluded', 'coverage', 'latency', 'loss', 'version'].map(
          (one) => say(`field.${one}`)
        ),
        rows: rows.map(({ unit, report }) => [
          unit,
          ...(report ? cells(report, locale) : Array<string>(7).fill('–')),
        ]),
        empty: say('contract.empty'),
      },
    ],
    notes: [say('document.rule'), say('document.rule_version', { rule: RULE_VERSION })],
  }
}

export interface ContractRow {
  deviceId: string
  unit: string
  unitName: string
  supplier: string
  report: SlaReport | null
}

const cells = ({ inputs, result, version }: SlaReport, locale: string) => [
  percent(result.availability, locale),
  duration(result.down),
  duration(result.excluded),
  percent(result.coverage, locale),
  amount(inputs.probes.latencyP95Ms, 'ms', locale),
  amount(result.lossPercent, '%', locale, 3),
  String(version),
]

/** What must be read before any figure. */
export function warningsOf(result: SlaResult, { t, locale }: Words): string[] {
  return result.wellCovered
    ? []
    : [t('ops-console.sla.low_coverage', { coverage: percent(result.coverage, locale) })]
}

function factsOf(
  inputs: NonNullable<LinkMonth['inputs']>,
  result: SlaResult,
  { t, locale }: Words
): [string, string][] {
  const say = (key: string) => t(`ops-console.sla.field.${key}`)
  const judged = (text: string, kept: boolean | null, limit: string) =>
    kept === null
      ? text
      : `${text} (${t(`ops-console.sla.${kept ? 'kept' : 'broken'}`)}, ${t('ops-console.sla.limit', { limit })})`
  const { limits, probes, traffic } = inputs
  return [
    [
      say('availability'),
      judged(
        percent(result.availability, locale),
        result.availabilityKept,
        `${limits.availability.toLocaleString(locale)} %`
      ),
    ],
    [say('service'), duration(result.service)],
    [
      say('down'),
      `${duration(result.down)} (${t('ops-console.sla.allowed', { allowed: duration(result.allowed) })})`,
    ],
    [say('excluded'), duration(result.excluded)],
    [say('unknown'), duration(result.unknown)],
    [say('coverage'), percent(result.coverage, locale)],
    [
      say('latency'),
      judged(
        amount(probes.latencyP95Ms, 'ms', locale),
        result.latencyKept,
        amount(limits.latencyP95Ms, 'ms', locale)
      ),
    ],
    [
      say('loss'),
      judged(
        amount(result.lossPercent, '%', locale, 3),
        result.lossKept,
        amount(limits.lossPercent, '%', locale)
      ),
    ],
    [say('probes'), `${probes.received.toLocaleString(locale)} / ${probes.sent.toLocaleString(locale)}`],
    [
      say('traffic'),
      [traffic.inBpsP95, traffic.outBpsP95]
        .map((bps) => amount(bps === null ? null : bps / 1e6, 'Mb/s', locale, 1))
        .join(' / '),
    ],
  ]
}

function tablesOf(
  inputs: NonNullable<LinkMonth['inputs']>,
  result: SlaResult,
  words: Words
): SlaDocument['tables'] {
  const { t, locale } = words
  const say = (key: string) => t(`ops-console.sla.${key}`)
  const head = (...keys: string[]) => keys.map((key) => say(`field.${key}`))
  const excluded = inputs.exclusions.map((one) => [
    moment(one.from, locale),
    moment(one.to, locale),
    say(`cause.${one.cause}`),
    one.evidence ?? '–',
  ])
  const refused = inputs.refused.map((one) => [
    ...[moment(one.from, locale), moment(one.to, locale)],
    ...[say(one.late ? 'cause.late' : 'cause.not_agreed'), one.evidence ?? '–'],
  ])
  return [
    {
      caption: say('evidence'),
      head: head('from', 'to', 'lasted', 'counted', 'cause'),
      rows: result.intervals.map((one) => [
        ...[
          moment(one.from, locale),
          moment(one.to, locale),
          duration(one.to - one.from),
          duration(one.counted),
        ],
        causeOf(one, t),
      ]),
      empty: say('no_outage'),
    },
    {
      caption: say('exclusions'),
      head: head('from', 'to', 'cause', 'evidence'),
      rows: [...excluded, ...refused],
      empty: say('no_exclusion'),
    },
    {
      caption: say('unmeasured'),
      head: head('from', 'to', 'lasted'),
      rows: inputs.unknown.map(({ from, to }) => [
        moment(from, locale),
        moment(to, locale),
        duration(to - from),
      ]),
      empty: say('all_measured'),
    },
  ]
}
