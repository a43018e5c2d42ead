import { Card, KeyValue, StateBadge, useT } from '@unia/ui'
import type { ReactNode } from 'react'
import type { SlaInputs, SlaResult } from '#ops/sla/settle'
import { amount, duration, percent } from '#ops/sla/words'
import { useLocaleTag } from './sla_month_switch.tsx'

/** The month in figures, each with what the contract asks for. */
export function SlaFigures({ inputs, result }: { inputs: SlaInputs; result: SlaResult }) {
  const t = useT()
  const locale = useLocaleTag()
  const { limits, probes, traffic } = inputs
  const label = (field: string) => t(`ops-console.sla.field.${field}`)
  const mbps = (bps: number | null) => amount(bps === null ? null : bps / 1e6, 'Mb/s', locale, 1)
  return (
    <Card title={t('ops-console.sla.figures')}>
      <KeyValue
        items={[
          {
            label: label('availability'),
            value: (
              <Judged kept={result.availabilityKept} limit={amount(limits.availability, '%', locale)}>
                {percent(result.availability, locale)}
              </Judged>
            ),
          },
          {
            label: label('down'),
            value: `${duration(result.down)} (${t('ops-console.sla.allowed', { allowed: duration(result.allowed) })})`,
          },
          {
            label: label('latency'),
            value: (
              <Judged kept={result.latencyKept} limit={amount(limits.latencyP95Ms, 'ms', locale)}>
                {amount(probes.latencyP95Ms, 'ms', locale)}
              </Judged>
            ),
          },
          {
            label: label('loss'),
            value: (
              <Judged kept={result.lossKept} limit={amount(limits.lossPercent, '%', locale)}>
                {amount(result.lossPercent, '%', locale, 3)}
              </Judged>
            ),
          },
          { label: label('service'), value: duration(result.service) },
          { label: label('excluded'), value: duration(result.excluded) },
          { label: label('unknown'), value: duration(result.unknown) },
          { label: label('coverage'), value: percent(result.coverage, locale) },
          {
            label: label('probes'),
            value: `${probes.received.toLocaleString(locale)} / ${probes.sent.toLocaleString(locale)}`,
          },
          { label: label('traffic'), value: `${mbps(traffic.inBpsP95)} / ${mbps(traffic.outBpsP95)}` },
        ]}
      />
    </Card>
  )
}

function Judged({ kept, limit, children }: { kept: boolean | null; limit: string; children: ReactNode }) {
  const t = useT()
  if (kept === null) return children
  return (
    <>
      {children}{' '}
      <StateBadge state={kept ? 'ok' : 'critical'}>
        {t(kept ? 'ops-console.sla.kept' : 'ops-console.sla.broken')}, {t('ops-console.sla.limit', { limit })}
      </StateBadge>
    </>
  )
}
