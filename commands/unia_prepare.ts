import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Its steps in order; each is a command of its own for people. */
const STEPS = [
  { name: 'migrated', command: 'unia:migrate', args: ['--quiet'] },
  { name: 'tenants', command: 'tenants:sync', args: ['--apply', '--quiet'] },
  { name: 'demo', command: 'demo:load', args: [] },
] as const

export default class UniaPrepare extends BaseCommand {
  static override commandName = 'unia:prepare'
  static override description =
    'Migrations, unit files and, with --demo, invented people in one process; a JSON line after each step'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Load the demo city as well' })
  declare demo: boolean

  override async run() {
    for (const { name, command, args } of STEPS) {
      if (name === 'demo' && !this.demo) continue
      const from = performance.now()
      const { exitCode, error } = await this.kernel.exec(command, [...args])
      if (error) throw error
      if (exitCode) throw new Error(`E_PREPARE: node ace ${command} ended with code ${exitCode}`)
      console.log(JSON.stringify({ step: name, ms: Math.round(performance.now() - from) }))
    }
  }
}
