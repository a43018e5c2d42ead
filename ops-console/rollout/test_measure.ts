import { Model } from 'objection'
import type { Limit, TestCode } from './test_limits.ts'

/** One measured value of a test run beside its limit. */
export class TestMeasure extends Model {
  static tableName = 'ops_console.ops_console_test_measures'
  static idColumn = ['tenant_id', 'id']

  declare tenant_id: number
  declare id: string
  declare run_id: string
  declare code: TestCode
  declare compare: Limit['compare']
  declare limit_value: number | null
  declare limit_upper: number | null
  declare measured: number | null
  declare unit: Limit['unit']
  declare instrument: string
  declare tester_name: string
  declare at: Date
  /** Null: not measured yet. */
  declare passed: boolean | null
  declare required: boolean
  declare remarks: string | null
}
