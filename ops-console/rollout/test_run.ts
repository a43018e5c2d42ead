import { Model } from 'objection'

/** Acceptance tests of a link, made once or again after rework. */
export class TestRun extends Model {
  static tableName = 'ops_console.ops_console_test_runs'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare link_id: string
  declare state: 'running' | 'passed' | 'failed' | 'aborted'
  declare started_at: Date
  declare ends_at: Date
  declare finished_at: Date | null
  declare tester_id: string | null
  declare tester_name: string
  declare remarks: string | null
}
