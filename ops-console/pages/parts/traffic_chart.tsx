import { Chart, useT } from '@unia/ui'
import { seriesOf, type Samples } from './use_samples.ts'

/** Traffic of the uplink in both directions. */
export function TrafficChart({ samples, height }: { samples: Samples; height?: number }) {
  const t = useT()
  return (
    <Chart
      title={t('ops-console.chart.traffic')}
      unit="Mb/s"
      height={height}
      from={samples.from}
      to={samples.to}
      series={[
        seriesOf(samples, 'inBps', t('ops-console.figure.in')),
        seriesOf(samples, 'outBps', t('ops-console.figure.out')),
      ]}
    />
  )
}
