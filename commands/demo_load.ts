import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DemoLoad extends BaseCommand {
  static override commandName = 'demo:load'
  static override description = 'Fills the units with invented people; does nothing where it was done before'
  static override options: CommandOptions = { startApp: true }

  @flags.number({ description: 'Size of the city: 1 = 43,000 pupils. Default: DEMO_SCALE or 0.05' })
  declare scale?: number

  @flags.string({ description: 'Folder with the unit files', default: 'tenants' })
  declare from: string

  override async run() {
    const { readTenantFiles } = await import('../app/tenancy/files/index.ts')
    const { databaseUrls } = await import('../app/database/connections.ts')
    const { loadCity } = await import('../database/demo/load/load_city.ts')
    const { loadRolloutDemo } = await import('../ops-console/rollout/demo.ts')
    const { loadAccounts } = await import('../database/demo/load/load_accounts.ts')
    const { loadFamily } = await import('../database/demo/load/load_family.ts')
    const scale = this.scale ?? Number(process.env.DEMO_SCALE ?? 0.05)
    const started = Date.now()
    const { tenants } = await readTenantFiles(this.app.makePath(this.from))
    const counts = await loadCity(databaseUrls().owner, tenants, scale)
    await loadAccounts()
    await loadFamily(databaseUrls().owner)
    await loadRolloutDemo()
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    this.logger.info(
      `demo city: ${counts.tenants} units, ${counts.pupils} pupils, ${counts.guardians} guardians, ${counts.staff} staff in ${seconds} s`
    )
  }
}
