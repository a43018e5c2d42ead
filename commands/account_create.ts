import { randomBytes } from 'node:crypto'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class AccountCreate extends BaseCommand {
  static override commandName = 'account:create'
  static override description = 'Opens an account with a role; a city without demo accounts begins with this'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'Login name or e-mail' })
  declare login: string

  @flags.string({ description: 'Given names', required: true })
  declare givenNames: string

  @flags.string({ description: 'Surname', required: true })
  declare surname: string

  @flags.string({ description: 'Role', default: 'city_admin' })
  declare role: string

  @flags.string({ description: 'Slug of the unit; the city office for city roles', default: 'um-lublin' })
  declare unit: string

  override async run() {
    const { openAccount } = await import('../app/identity/open_account.ts')
    const password = randomBytes(12).toString('base64url')
    const { givenNames, surname, role, unit } = this
    const outcome = await openAccount({ login: this.login, givenNames, surname, role, unit, password })
    if (outcome !== 'opened') {
      this.logger.error(`${outcome}: ${this.login}, ${role}, ${unit}`)
      this.exitCode = 1
      return
    }
    this.logger.log(`${this.login}  ${password}`)
    this.logger.log('Change the password after the first log-in; the second factor is asked for at once.')
  }
}
