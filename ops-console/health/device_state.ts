import { Model } from 'objection'
import type { Figures } from './figures.ts'
import type { InterfaceRate } from './rates.ts'
import type { DeviceMemory, EntityState, Fact } from './states.ts'

/** Present state of a device; one row each, written by the collector only. */
export class DeviceState extends Model {
  static tableName = 'ops_console.ops_console_device_states'
  static idColumn = ['tenant_id', 'device_id']

  declare tenant_id: number
  declare device_id: string
  declare state: EntityState
  declare since: Date
  declare last_answer_at: Date | null
  declare fact: Fact | null
  declare figures: Partial<Figures>
  /** Bits per second in both directions together, oldest first; null is a gap. */
  declare spark: (number | null)[]
  /** Grows with every change of any row, in the order of commits. bigint as text. */
  declare revision: string
  declare memory: Partial<DeviceMemory>
  declare learnt: Record<string, unknown>
  declare interfaces: InterfaceRate[]

  static jsonAttributes = ['fact', 'figures', 'spark', 'memory', 'learnt', 'interfaces']
}
