import { Counter, Gauge, Registry } from 'prom-client'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What this process counts of itself; `/metrics` prints it. */
export const telemetry = new Registry()

const counter = <Labels extends string>(name: string, help: string, labelNames: Labels[] = []) =>
  new Counter({ name: `unia_ops_${name}`, help, labelNames, registers: [telemetry] })

export const pollsMade = counter('polls_total', 'Polls made')
export const pollsFailed = counter('polls_failed_total', 'Polls without a readable answer', ['reason'])
export const readingsMade = counter('snmp_readings_total', 'SNMP polls that were answered whole')
export const valuesRead = counter('snmp_values_total', 'Values in the answers to SNMP polls')
export const samplesWritten = counter('samples_written_total', 'Samples written to the database')
export const valuesWritten = counter('values_written_total', 'Values written to the database')
export const samplesDropped = counter('samples_dropped_total', 'Samples let go while the database was away')
export const bucketsMade = counter('rollup_buckets_total', 'Buckets of history summed up')

/** A gauge read when somebody asks. */
export function observe(name: string, help: string, read: () => number) {
  telemetry.removeSingleMetric(`unia_ops_${name}`)
  new Gauge({
    name: `unia_ops_${name}`,
    help,
    registers: [telemetry],
    collect() {
      this.set(read())
    },
  })
}

const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()
observe('event_loop_lag_seconds', 'Event loop delay since the last question, 99th percentile', () => {
  const seconds = delay.percentile(99) / 1e9
  delay.reset()
  return Number.isFinite(seconds) ? Math.max(0, seconds - 0.02) : 0
})
