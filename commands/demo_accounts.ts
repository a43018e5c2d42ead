import { BaseCommand, flags } from '@adonisjs/core/ace'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../database/demo/accounts.ts'

export default class DemoAccounts extends BaseCommand {
  static override commandName = 'demo:accounts'
  static override description = 'Prints who can log in to the demo city'

  @flags.boolean({ description: 'One JSON line' })
  declare json: boolean

  override async run() {
    const rows = DEMO_ACCOUNTS.map(({ login, roles }) => ({
      login,
      password: DEMO_PASSWORD,
      role: roles.map(({ role }) => role).join(', '),
      unit: [...new Set(roles.map(({ unit }) => unit))].join(', '),
    }))
    if (this.json) return this.logger.log(JSON.stringify(rows))
    for (const row of rows)
      this.logger.log(`${row.login.padEnd(18)} ${row.password}  ${row.role} (${row.unit})`)
  }
}
