import type { DeviceKind } from '#ops/inventory/device'
import type { Threshold } from './thresholds.ts'

const LASTING = { of: 3, among: 4, clearAfter: 3 }
/** For values that change rarely: the first one counts. */
const AT_ONCE = { of: 1, among: 1, clearAfter: 1 }
const BRIEFLY = { of: 2, among: 3, clearAfter: 2 }

const ENDPOINTS: DeviceKind[] = ['endpoints']

const rule = (
  code: string,
  metric: string,
  severity: Threshold['severity'],
  raise: number,
  clear: number,
  more: Partial<Threshold> = {}
): Threshold => ({ code, metric, severity, raise, clear, direction: 'above', ...LASTING, ...more })

/** Limits of the console as delivered; optical ones in dB below the accepted power. Changed ones stand in the database. */
export const DEFAULT_RULES: readonly Threshold[] = [
  rule('cpu_data_high', 'cpuData', 'warning', 80, 70),
  rule('cpu_mgmt_high', 'cpuMgmt', 'warning', 90, 80),
  rule('sessions_high', 'sessionsUse', 'warning', 80, 70),
  rule('memory_high', 'memoryUse', 'warning', 90, 85),
  rule('disk_high', 'diskUse', 'warning', 85, 80),
  rule('disk_critical', 'diskUse', 'critical', 95, 90),
  rule('temperature_high', 'temperature', 'warning', 70, 65),
  rule('temperature_critical', 'temperature', 'critical', 85, 80),
  rule('supply_failed', 'suppliesFailed', 'warning', 1, 1, BRIEFLY),
  rule('optical_low', 'rxLossDb', 'warning', 3, 2.5),
  rule('optical_critical', 'rxLossDb', 'critical', 6, 5.5),
  rule('optical_lost', 'lightLost', 'critical', 1, 1, BRIEFLY),
  rule('optical_drift', 'rxDriftDbWeek', 'warning', 1, 0.8),
  rule('interface_errors', 'inErrors@*', 'warning', 10, 1),
  rule('interface_errors_out', 'outErrors@*', 'warning', 10, 1),
  rule('loss_high', 'lossPercent', 'warning', 5, 2),
  rule('loss_critical', 'lossPercent', 'critical', 20, 10),
  rule('latency_high', 'pingMs', 'warning', 50, 30),
  rule('clock_skew', 'clockSkewS', 'warning', 120, 100, { direction: 'away' }),
  rule('licence_ending', 'licenceDays', 'warning', 30, 31, { direction: 'below', ...AT_ONCE }),
  rule('licence_over', 'licenceDays', 'critical', 0, 1, { direction: 'below', ...AT_ONCE }),
  rule('content_old', 'contentAgeDays', 'warning', 7, 6, AT_ONCE),
  rule('definitions_old', 'definitionsAgeDays', 'warning', 3, 2, { ...AT_ONCE, kinds: ENDPOINTS }),
  rule('coverage_low', 'coverage', 'warning', 80, 85, { direction: 'below', ...AT_ONCE, kinds: ENDPOINTS }),
  rule('infected', 'endpointsInfected', 'critical', 1, 1, { ...AT_ONCE, kinds: ENDPOINTS }),
]
