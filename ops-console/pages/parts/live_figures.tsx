import { useFormats, useT } from '@unia/ui'
import type { DeviceView } from '#ops/stream/view'
import { megabits } from './rate.ts'
import classes from './device.module.css'

/** Four figures of the last poll. Their places are fixed; what is not known is a dash. */
export function LiveFigures({ device }: { device: DeviceView }) {
  const t = useT()
  const { formatNumber } = useFormats()
  const { sessionsMax, capacityMbps } = device.figures
  // What a silent device said last is not how it is now.
  const silent = device.state === 'DOWN' || device.state === 'UNREACHABLE' || device.state === 'UNKNOWN'
  const { sessions, cpuMgmt, cpuData, inBps, outBps, latencyMs } = silent
    ? ({} as DeviceView['figures'])
    : device.figures
  const number = (value: number | null | undefined, digits = 0) =>
    value === null || value === undefined
      ? '–'
      : formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return (
    <dl className={classes.figures}>
      <Figure
        label={t('ops-console.figure.traffic')}
        hint={capacityMbps ? t('ops-console.figure.of_mbps', { value: capacityMbps }) : ''}
      >
        <span aria-label={t('ops-console.figure.in')} role="img" className={classes.arrow}>
          ↓
        </span>
        {megabits(inBps, formatNumber)}
        <span aria-label={t('ops-console.figure.out')} role="img" className={classes.arrow}>
          ↑
        </span>
        {megabits(outBps, formatNumber)} <small>Mb/s</small>
      </Figure>
      <Figure
        label={t('ops-console.figure.sessions')}
        hint={sessionsMax ? t('ops-console.figure.of', { value: sessionsMax }) : ''}
      >
        {number(sessions)}
      </Figure>
      <Figure label={t('ops-console.figure.cpu')} hint={t('ops-console.figure.cpu_hint')}>
        {number(cpuData)} <small>%</small>
        <span className={classes.second}>
          {number(cpuMgmt)} <small>%</small>
        </span>
      </Figure>
      <Figure label={t('ops-console.figure.latency')} hint={t('ops-console.figure.latency_hint')}>
        {number(latencyMs, 1)} <small>ms</small>
      </Figure>
    </dl>
  )
}

function Figure({ label, hint, children }: { label: string; hint: string; children: React.ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        <div className={classes.value}>{children}</div>
        <div className={classes.hint}>{hint}</div>
      </dd>
    </div>
  )
}
