import { useFormats, useT } from '../i18n/provider.tsx'
import type { Series } from './types.ts'

/** The chart in words: what it shows, from when to when, lowest, highest and last value. */
export function useSentence(title: string, series: Series[], formatValue: (value: number) => string): string {
  const t = useT()
  const { formatDateTime } = useFormats()
  const said = (at: string | number) =>
    typeof at === 'number' || !Number.isNaN(Date.parse(at)) ? formatDateTime(at) : at
  const parts = series
    .filter(({ pale }) => !pale)
    .map(({ label, points }) => {
      const known = points.filter((point) => point.value !== null)
      if (known.length === 0) return t('ui.chart.sentence.empty', { label })
      const values = known.map((point) => point.value!)
      return t('ui.chart.sentence.series', {
        label,
        from: said(points[0]!.at),
        to: said(points.at(-1)!.at),
        min: formatValue(values.reduce((a, b) => Math.min(a, b))),
        max: formatValue(values.reduce((a, b) => Math.max(a, b))),
        last: formatValue(values.at(-1)!),
      })
    })
  return `${title}. ${parts.join(' ')}`
}
