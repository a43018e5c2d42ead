import { registerCheck } from './checks.ts'
import { checkCollectors, checkDatabase } from './core_checks.ts'

export default class HealthProvider {
  async start() {
    registerCheck('database', checkDatabase)
    registerCheck('collectors', checkCollectors)
  }
}
