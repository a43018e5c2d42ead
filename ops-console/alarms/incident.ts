import { Model } from 'objection'
import type { Fact } from '#ops/health/states'
import type { Severity } from '#ops/health/thresholds'

/**
 * `recovered`: the cause is gone; `manual`: a person said so; `attributed`: it belongs to another incident
 * (`attributed_id`); `maintenance`, `disabled`: nobody is to look at it now.
 */
export type CloseReason = 'recovered' | 'manual' | 'attributed' | 'maintenance' | 'disabled'

/**
 * Something that went wrong; over when `closed_at` is set. One is open for each tenant, entity, check and instance.
 * `episode` grows when it is opened again or becomes more severe: then people are told anew, from the first step.
 */
export class Incident extends Model {
  static tableName = 'ops_console.ops_console_incidents'
  static idColumn = ['tenant_id', 'id']
  static jsonAttributes = ['fact']

  declare tenant_id: number
  declare id: string
  /** Null: it concerns no single entity. */
  declare device_id: string | null
  declare check_code: string
  declare instance: string
  /** Who judges: `poll`, or the source that raised it. */
  declare origin: string
  declare self_clearing: boolean
  declare severity: Severity
  declare fact: Fact | null
  declare opened_at: Date
  declare last_seen_at: Date
  declare closed_at: Date | null
  declare reopened: number
  declare occurrences: number
  declare episode: number
  declare episode_at: Date
  /** Last step of the policy that was taken; -1: none. */
  declare step: number
  declare acknowledged_at: Date | null
  declare acknowledged_by: string | null
  declare acknowledged_name: string | null
  declare acknowledged_comment: string | null
  declare acknowledged_until: Date | null
  declare close_reason: CloseReason | null
  declare close_note: string | null
  declare closed_name: string | null
  declare attributed_tenant_id: number | null
  declare attributed_id: string | null
  /** When those who had been told of the problem were told of its end. */
  declare settled_at: Date | null
  /** Contractor it was handed to. */
  declare supplier: string | null
  /** The contractor's number for it. */
  declare ticket: string | null
}

export const INCIDENTS = 'ops_console.ops_console_incidents'
export const IMPACTS = 'ops_console.ops_console_impacts'
