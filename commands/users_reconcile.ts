import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class UsersReconcile extends BaseCommand {
  static override commandName = 'users:reconcile'
  static override description =
    'Counts guardians, enrolments, tutors and employments anew and makes roles equal to them'
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Slug of one unit; default all' })
  declare unit: string

  @flags.boolean({ description: 'Change nothing; say what would change (exit code 1 when something would)' })
  declare check: boolean

  override async run() {
    const { registry } = await import('../app/plugins/registry.ts')
    const { tenants } = await import('../app/tenancy/tenants.ts')
    const { reconcile } = await import('../plugins/users/models/reconcile_command.ts')
    const units = tenants.all().filter(({ id, slug }) => {
      return (!this.unit || slug === this.unit) && registry.isActive('users', id)
    })
    let wrong = 0
    for (const unit of units) {
      const { facts, granted, changed, ended, closedAccounts } = await reconcile(unit.id, this.check)
      wrong += granted + changed + ended
      this.logger.log(
        `${unit.slug}: ${facts} facts, ${granted} granted, ${changed} changed, ${ended} ended, ${closedAccounts} accounts closed`
      )
    }
    this.logger.log(
      wrong === 0 ? 'Roles equal facts.' : `${wrong} roles ${this.check ? 'differ' : 'mended'}.`
    )
    if (this.check && wrong > 0) this.exitCode = 1
  }
}
