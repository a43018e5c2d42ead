import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class UniaMigrate extends BaseCommand {
  static override commandName = 'unia:migrate'
  static override description = 'Brings the schemas of the core and of all plugins up to date'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print nothing when there is nothing to do' })
  declare quiet: boolean

  override async run() {
    const { migrate } = await import('../app/database/migrations.ts')
    const db = await this.app.container.make('lucid.db')
    const files = await migrate(db, this.app)
    if (files.length || !this.quiet) this.logger.info(`${files.length} migrations applied`)
  }
}
