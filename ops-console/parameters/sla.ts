import { defineParameter } from '@unia/platform/parameters'

const common = {
  source: 'umowa miasta z NETTE na transmisję danych; wartości do sprawdzenia w umowie',
} as const
const since = { from: '2019-09-01', to: null, verify: true } as const

/** Least availability of a link in a month. */
export const slaAvailability = defineParameter({
  ...{ id: 'ops-console.sla_availability', unit: '%', type: 'decimal', ...common },
  values: [{ ...since, value: '99.5' }],
})

/** Highest 95th percentile of round-trip times in a month. */
export const slaLatency = defineParameter({
  ...{ id: 'ops-console.sla_latency_p95', unit: 'ms', type: 'decimal', ...common },
  values: [{ ...since, value: '30' }],
})

/** Highest share of lost probes in a month. */
export const slaLoss = defineParameter({
  ...{ id: 'ops-console.sla_loss', unit: '%', type: 'decimal', ...common },
  values: [{ ...since, value: '0.5' }],
})

/** How long ahead a window must be announced to be left out of the account. */
export const slaNotice = defineParameter({
  ...{ id: 'ops-console.sla_notice_hours', unit: 'h', type: 'integer', ...common },
  values: [{ ...since, value: 72 }],
})

export default [slaAvailability, slaLatency, slaLoss, slaNotice]
