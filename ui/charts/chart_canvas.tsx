import { useMemo, useRef } from 'react'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  Filler,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartData, ChartOptions, TooltipItem } from 'chart.js'
import { Chart as ReactChart } from 'react-chartjs-2'
import { useComputedColorScheme } from '@mantine/core'
import { useFormats } from '../i18n/provider.tsx'
import { schemes } from '../theme/tokens.ts'
import { colourOf, dashOf } from './palette.ts'
import { isDaily, timeTicks } from './ticks.ts'
import { millis } from './types.ts'
import type { ChartProps, Series } from './types.ts'
import { zoomOptions, zoomPlugins } from './zoom.ts'

ChartJs.register(
  LineController,
  LineElement,
  PointElement,
  BarController,
  BarElement,
  LinearScale,
  CategoryScale,
  Tooltip,
  Filler
)
ChartJs.defaults.font.family = "'Inter Variable', system-ui, sans-serif"
ChartJs.defaults.font.size = 12

type Props = ChartProps & { formatValue: (value: number) => string }

/** Draws without animation: new points come in at the right and nothing that stands moves up or down. */
export default function ChartCanvas(props: Props) {
  const { kind = 'line', axis = kind === 'bar' ? 'category' : 'time', series } = props
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const options = useOptions(props, axis)
  const data = useMemo(() => dataOf(series, kind, axis, scheme), [series, kind, axis, scheme])
  return (
    <ReactChart
      key={scheme}
      type={kind}
      data={data}
      options={options}
      plugins={props.onZoom && zoomPlugins}
      updateMode="none"
      role="presentation"
      aria-hidden
    />
  )
}

function dataOf(
  series: Series[],
  kind: 'line' | 'bar',
  axis: 'time' | 'category',
  scheme: 'light' | 'dark'
): ChartData<'line' | 'bar'> {
  let strong = 0
  const datasets = series.map(({ label, points, pale }) => {
    const at = pale ? 0 : strong++
    const colour = pale ? `${schemes[scheme].lineStrong}88` : colourOf(scheme, at)
    return {
      label,
      data: points.map((point) => (axis === 'time' ? { x: millis(point.at), y: point.value } : point.value)),
      borderColor: colour,
      backgroundColor: kind === 'bar' ? `${colour}${pale ? '' : 'd9'}` : `${colour}1f`,
      fill: kind === 'line' && series.filter((own) => !own.pale).length === 1 && !pale ? 'origin' : false,
      borderDash: pale ? [] : dashOf(at),
      borderWidth: kind === 'bar' ? 0 : pale ? 1.5 : 2,
      borderRadius: kind === 'bar' ? 3 : undefined,
      maxBarThickness: 40,
      // A lone reading between two gaps would be invisible as a line.
      pointRadius: points.map((point, own) =>
        kind === 'line' && point.value !== null && alone(points, own) ? 2.5 : 0
      ),
      pointHoverRadius: 4,
      pointBackgroundColor: colour,
      spanGaps: false,
      order: pale ? 2 : 1,
    }
  })
  return {
    labels: axis === 'category' ? series[0]?.points.map((point) => String(point.at)) : undefined,
    datasets: datasets as never,
  }
}

const alone = (points: Series['points'], at: number) =>
  (points[at - 1]?.value ?? null) === null && (points[at + 1]?.value ?? null) === null

function useOptions(
  { series, from, to, formatValue, fromZero = true, onZoom }: Props,
  axis: 'time' | 'category'
): ChartOptions<'line' | 'bar'> {
  const { formatDay, formatTime, formatDateTime } = useFormats()
  const scheme = schemes[useComputedColorScheme('light', { getInitialValueInEffect: false })]
  const top = useStickyTop(series, `${axis}`)
  const times =
    axis === 'time'
      ? series.flatMap(({ points }) =>
          points.length ? [millis(points[0]!.at), millis(points.at(-1)!.at)] : []
        )
      : []
  const min = from === undefined ? Math.min(...times) : millis(from)
  const max = to === undefined ? Math.max(...times) : millis(to)
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    normalized: true,
    interaction: { mode: axis === 'time' ? 'nearest' : 'index', axis: 'x', intersect: false },
    scales: {
      x: {
        type: axis === 'time' ? 'linear' : 'category',
        ...(axis === 'time' && Number.isFinite(min) && { min, max }),
        border: { color: scheme.line },
        grid: { display: false },
        afterBuildTicks: (scale) => {
          if (axis === 'time')
            scale.ticks = timeTicks(scale.min, scale.max, Math.max(2, Math.floor(scale.width / 84))).map(
              (value) => ({ value })
            )
        },
        ticks: {
          color: scheme.dimmed,
          maxRotation: 0,
          autoSkip: axis === 'category',
          ...(axis === 'time' && {
            callback: (value, _, ticks) =>
              isDaily(ticks.map((tick) => tick.value)) ? formatDay(Number(value)) : formatTime(Number(value)),
          }),
        },
      },
      y: {
        ...(fromZero ? { beginAtZero: true, suggestedMax: top } : { grace: '10%' }),
        border: { display: false },
        grid: { color: scheme.line },
        ticks: {
          color: scheme.dimmed,
          maxTicksLimit: 6,
          padding: 6,
          callback: (value) => formatValue(Number(value)),
        },
      },
    },
    plugins: {
      ...(onZoom && { zoom: zoomOptions(onZoom, scheme.dimmed) }),
      tooltip: {
        backgroundColor: scheme.text,
        titleColor: scheme.surface,
        bodyColor: scheme.surface,
        padding: 10,
        displayColors: series.length > 1,
        callbacks: {
          title: (items: TooltipItem<'line' | 'bar'>[]) =>
            axis === 'time' ? formatDateTime(Number(items[0]?.parsed.x)) : (items[0]?.label ?? ''),
          label: (item: TooltipItem<'line' | 'bar'>) =>
            `${item.dataset.label}: ${formatValue(Number(item.parsed.y))}`,
        },
      },
    },
  }
}

/** The axis only ever grows while the same chart stands, so a stream of points does not make it jump. */
function useStickyTop(series: Series[], key: string): number {
  const ids = key + series.map(({ id }) => id).join()
  const kept = useRef({ ids, top: 0 })
  const top = series.reduce(
    (most, { points }) => points.reduce((own, point) => Math.max(own, point.value ?? 0), most),
    0
  )
  kept.current = { ids, top: kept.current.ids === ids ? Math.max(kept.current.top, top) : top }
  return kept.current.top
}
