import { parameter } from '@unia/platform/parameters'
import { slaAvailability, slaLatency, slaLoss, slaNotice } from '#ops/parameters/sla'
import type { Limits } from './settle.ts'

/** What the contract asked for in a month. */
export function limitsOf(month: string): Limits {
  const day = `${month}-01`
  return {
    availability: Number(parameter(slaAvailability).on(day)),
    latencyP95Ms: Number(parameter(slaLatency).on(day)),
    lossPercent: Number(parameter(slaLoss).on(day)),
    noticeHours: Number(parameter(slaNotice).on(day)),
  }
}
