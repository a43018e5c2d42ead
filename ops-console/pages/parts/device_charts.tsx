import { Card, Chart, useT } from '@unia/ui'
import type { Charted } from '#ops/history/charts'
import type { RangeName } from '#ops/queries/ranges'
import type { DeviceView } from '#ops/stream/view'
import { chartsOf, metricsDrawn } from '../../health/chart_sets.ts'
import { freeRange, goTo } from './chart_address.ts'
import { ChartTools } from './chart_tools.tsx'
import { linesOf } from './lines.ts'
import { RangeSwitch } from './range_switch.tsx'
import { useSeries } from './use_series.ts'
import classes from './charts.module.css'

interface Props {
  device: DeviceView
  first: Charted
  /** Null for a range of its own. */
  range: RangeName | null
  /** Received power at acceptance, dBm. */
  baseline: number | null
  base: string
}

/** All charts of a device over one range; a stretch marked in any of them becomes the range of all. */
export function DeviceCharts({ device, first, range, baseline, base }: Props) {
  const t = useT()
  const href = `${base}/devices/${device.id}/series`
  const metrics = metricsDrawn(device.kind)
  const series = useSeries(first, { range, metrics, href }, device)
  const compare = series.before ? 'week' : undefined
  const zoom = (from: number, to: number) => {
    const free = freeRange(from, to)
    if (free) goTo({ ...free, compare })
  }
  return (
    <Card
      title={t('ops-console.device.charts')}
      aside={<RangeSwitch range={range} only={['range', 'series']} keep={compare && { compare }} />}
    >
      <ChartTools series={series} range={range} metrics={metrics} href={href} />
      <div className={classes.charts}>
        {chartsOf(device.kind).map((set) => (
          <div key={set.title} className={set.wide ? classes.wide : undefined}>
            <Chart
              title={t(`ops-console.${set.title}`)}
              unit={set.unit}
              height={set.wide ? 220 : 160}
              from={series.from}
              to={series.to}
              fromZero={!set.open}
              series={linesOf(set, series, t, baseline)}
              onZoom={zoom}
            />
          </div>
        ))}
      </div>
      <p className={classes.hint}>{t('ops-console.charts.hint')}</p>
    </Card>
  )
}
