import type { InterfaceRate } from '#ops/health/rates'
import type { RouterReading } from './reading.ts'
import { flag, octets, rate, uptime } from './values.ts'

/** 64-bit counters that fell were reset, never wrapped; then and after a restart there is no rate. */
export function routerRates(before: RouterReading | null, now: RouterReading): InterfaceRate[] {
  const seconds = before && !restarted(before, now) ? (now.at - before.at) / 1000 : 0
  const known = new Map(before?.rows.interfaces?.map((row) => [row.name, row]))
  return (now.rows.interfaces ?? []).map((row) => {
    const bits = (field: 'rx-byte' | 'tx-byte') => {
      const [was, is] = [octets(known.get(row.name)?.[field]), octets(row[field])]
      return was === null || is === null || is < was || seconds <= 0 ? null : (Number(is - was) * 8) / seconds
    }
    const speed = row.name === now.uplink ? rate(now.rows.optics?.[0]?.rate) : null
    return {
      name: row.name,
      up: flag(row.running),
      speedMbps: speed ?? 0,
      inBps: bits('rx-byte'),
      outBps: bits('tx-byte'),
    }
  })
}

/** Uptime in seconds does not wrap in RouterOS. */
export function restarted(before: RouterReading | null, now: RouterReading): boolean {
  const [was, is] = [before, now].map((one) => uptime(one?.rows.resource?.[0]?.uptime))
  return was !== null && is !== null && is < was
}
