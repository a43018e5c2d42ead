import { useFormats, useT } from '../i18n/provider.tsx'
import { millis } from './types.ts'
import type { ChartProps } from './types.ts'
import classes from './chart.module.css'

const MOST = 500

/** The same figures as a table, newest first on a time axis. */
export default function ChartTable(props: ChartProps & { formatValue: (value: number) => string }) {
  const { title, series, axis = 'time', formatValue, height = 240 } = props
  const t = useT()
  const { formatDateTime } = useFormats()
  const keyOf = (at: string | number) => (axis === 'time' ? millis(at) : at)
  const columns = series.map(({ points }) => new Map(points.map((point) => [keyOf(point.at), point.value])))
  const keys = [...new Set(series.flatMap(({ points }) => points.map((point) => keyOf(point.at))))]
  const rows = axis === 'time' ? keys.sort((a, b) => Number(b) - Number(a)).slice(0, MOST) : keys
  return (
    <div
      className={classes.scroll}
      style={{ maxHeight: Math.max(height, 240) }}
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(axis === 'time' ? 'ui.chart.time' : 'ui.chart.category')}</th>
            {series.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => (
            <tr key={key}>
              <th scope="row">{axis === 'time' ? formatDateTime(key) : key}</th>
              {columns.map((column, at) => {
                const value = column.get(key)
                return (
                  <td key={series[at]!.id}>
                    {value === null || value === undefined ? t('ui.chart.no_value') : formatValue(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
