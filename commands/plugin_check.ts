import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class PluginCheck extends BaseCommand {
  static override commandName = 'plugin:check'
  static override description = 'Names every problem of the plugins, where it lies and how to mend it'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'Only this plugin', required: false })
  declare plugin: string | undefined

  override async run() {
    const { registry } = await import('../app/plugins/registry.ts')
    const { locate } = await import('../app/plugins/problem_fix.ts')
    const { isAbsolute } = await import('node:path')
    const root = this.app.makePath()
    const wanted = this.plugin
    const refused = registry.refused.filter(({ id }) => !wanted || id === wanted)
    if (wanted && !refused.length && !registry.get(wanted)) {
      this.exitCode = 1
      return this.logger.error(`there is no plugin "${wanted}"`)
    }
    for (const { id, folder, problems } of refused) {
      this.logger.error(`${id} is refused`)
      for (const problem of problems) {
        const { place, fix } = locate(root, isAbsolute(folder) ? folder : root, problem)
        this.logger.log(`  ${place}  ${problem}\n      → ${fix}`)
      }
    }
    if (refused.length) this.exitCode = 1
    else this.logger.success(wanted ? `${wanted} is sound` : `${registry.all().length} plugins are sound`)
  }
}
