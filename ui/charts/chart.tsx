import { Suspense, lazy, useState } from 'react'
import { Skeleton, UnstyledButton, useComputedColorScheme } from '@mantine/core'
import { useFormats, useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { colourOf, dashOf } from './palette.ts'
import type { ChartProps } from './types.ts'
import { useSentence } from './use_sentence.ts'
import classes from './chart.module.css'

const ChartCanvas = lazy(() => import('./chart_canvas.tsx'))
const ChartTable = lazy(() => import('./chart_table.tsx'))

/** Lines or bars with a sentence for those who cannot see them and a table behind. Chart.js is fetched when first shown. */
export function Chart(props: ChartProps) {
  const { title, series, unit, height = 240 } = props
  const t = useT()
  const { formatNumber } = useFormats()
  const [asTable, setAsTable] = useState(false)
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const formatValue =
    props.formatValue ??
    ((value: number) => `${formatNumber(value, { maximumFractionDigits: 1 })}${unit ? ` ${unit}` : ''}`)
  const sentence = useSentence(title, series, formatValue)
  const strong = series.filter(({ pale }) => !pale)
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.head}>
        <span className={classes.title}>{title}</span>
        {series.length > 1 && (
          <ul className={classes.legend}>
            {series.map(({ id, label, pale }) => (
              <li key={id}>
                <svg width="22" height="8" aria-hidden>
                  <line
                    x1="0"
                    x2="22"
                    y1="4"
                    y2="4"
                    strokeWidth="2.5"
                    strokeDasharray={
                      pale ? undefined : dashOf(strong.findIndex((own) => own.id === id)).join(' ')
                    }
                    stroke={
                      pale
                        ? 'var(--u-line-strong)'
                        : colourOf(
                            scheme,
                            strong.findIndex((own) => own.id === id)
                          )
                    }
                    opacity={pale ? 0.6 : 1}
                  />
                </svg>
                {label}
              </li>
            ))}
          </ul>
        )}
        <UnstyledButton
          className={classes.switch}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon name={asTable ? 'chart-line' : 'table'} size={16} />
          {t(asTable ? 'ui.chart.as_chart' : 'ui.chart.as_table')}
        </UnstyledButton>
      </figcaption>
      <Suspense fallback={<Skeleton height={height} />}>
        {asTable ? (
          <ChartTable {...props} formatValue={formatValue} />
        ) : (
          <div role="img" aria-label={sentence} style={{ height, position: 'relative' }}>
            <ChartCanvas {...props} formatValue={formatValue} />
          </div>
        )}
      </Suspense>
    </figure>
  )
}
