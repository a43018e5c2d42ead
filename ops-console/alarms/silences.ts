import type { Knex } from 'knex'
import type { Severity } from '#ops/health/thresholds'

export const SILENCES = 'ops_console.ops_console_silences'
export const LONGEST_SILENCE_DAYS = 30

/** What is kept quiet: every field that is set must fit. Incidents are still opened and shown. */
export interface Matcher {
  unitTenantId: number | null
  kind: string | null
  check: string | null
  severity: Severity | null
  deviceId: string | null
}

export interface Silenceable {
  tenantId: number
  deviceId: string | null
  kind: string | null
  check: string
  severity: Severity
}

export const silences = (matcher: Matcher, one: Silenceable): boolean =>
  fits(matcher.unitTenantId, one.tenantId) &&
  fits(matcher.deviceId, one.deviceId) &&
  fits(matcher.kind, one.kind) &&
  fits(matcher.check, one.check) &&
  fits(matcher.severity, one.severity)

const fits = <Value>(wanted: Value | null, value: Value) => wanted === null || wanted === value

/** A silence must name something, and must end. */
export const namesSomething = (matcher: Matcher) => Object.values(matcher).some((value) => value !== null)

export interface Silence extends Matcher {
  id: string
  reason: string
  authorName: string
  startsAt: Date
  endsAt: Date
}

/** Silences in force at an instant. */
export async function activeSilences(knex: Knex, now: Date): Promise<Silence[]> {
  return knex(SILENCES)
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .whereNull('ended_at')
    .orderBy('ends_at')
    .select({
      id: 'id',
      unitTenantId: 'unit_tenant_id',
      kind: 'kind',
      check: 'check_code',
      severity: 'severity',
      deviceId: 'device_id',
      reason: 'reason',
      authorName: 'author_name',
      startsAt: 'starts_at',
      endsAt: 'ends_at',
    })
}
