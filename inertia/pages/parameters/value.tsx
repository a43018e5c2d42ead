import { Code, StateBadge, useFormats, useT } from '@unia/ui'
import type { DatedValue, Parameter } from './types.ts'

/** A value with its unit, as people write it. */
export function Value({ of, value }: { of: Pick<Parameter, 'type' | 'unit'>; value: unknown }) {
  const { formatNumber, formatMoney, formatDate } = useFormats()
  if (of.type === 'table') return <Code block>{JSON.stringify(value, null, 1)}</Code>
  if (of.type === 'money')
    return <span className="u-tabular">{formatMoney(Math.round(Number(value) * 100))}</span>
  if (of.type === 'date') return <>{formatDate(String(value))}</>
  const text = of.type === 'text' ? String(value) : formatNumber(Number(value), { maximumFractionDigits: 6 })
  return (
    <span className="u-tabular">
      {text} {of.unit}
    </span>
  )
}

/** Nobody with a say in it has confirmed this value yet. */
export function VerifyMark({ verify }: Pick<DatedValue, 'verify'>) {
  const t = useT()
  return verify ? <StateBadge state="warning">{t('core.parameters.verify')}</StateBadge> : null
}

export function Range({ from, to }: Pick<DatedValue, 'from' | 'to'>) {
  const t = useT()
  const { formatDate } = useFormats()
  return to
    ? t('core.parameters.range', { from: formatDate(from), to: formatDate(to) })
    : t('core.parameters.since', { from: formatDate(from) })
}
