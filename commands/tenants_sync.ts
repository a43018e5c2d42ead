import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { SyncAction } from '../app/tenancy/files/index.ts'

export default class TenantsSync extends BaseCommand {
  static override commandName = 'tenants:sync'
  static override description =
    'Shows what the unit files would change in the database, and applies it; never deletes'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Apply the plan' })
  declare apply: boolean

  @flags.boolean({ description: 'Print only problems' })
  declare quiet: boolean

  @flags.string({ description: 'Folder with units/ and profiles/', default: 'tenants' })
  declare from: string

  override async run() {
    const { planSync, readTenantFiles } = await import('../app/tenancy/files/index.ts')
    const { applySync, tenantsInDatabase } = await import('../app/tenancy/apply_sync.ts')
    const db = await this.app.container.make('lucid.db')
    const owner = db.connection('owner')
    const files = await readTenantFiles(this.app.makePath(this.from))
    const plan = planSync(files, await tenantsInDatabase(owner))
    for (const { file, line, reason } of files.problems) this.logger.error(`${file}:${line} ${reason}`)
    if (!this.quiet) this.#print(plan)
    if (this.apply) {
      await applySync(owner, plan)
      const { registry } = await import('../app/plugins/registry.ts')
      if (registry.get('ops-console')) await this.#syncNetwork(files, owner)
      else this.logger.error('devices and links were left as they are: the console is not loaded')
    }
    if (files.problems.length) this.exitCode = this.apply ? 0 : 1
  }

  #print(plan: SyncAction[]) {
    for (const { action, scope, tenant, slug, after } of plan) {
      const fields = action === 'create' ? '' : JSON.stringify(after)
      this.logger.log(
        `${action.padEnd(8)} ${scope.padEnd(6)} ${scope === 'unit' ? `${tenant}/` : ''}${slug} ${fields}`
      )
    }
    this.logger.log(plan.length ? `${plan.length} steps` : 'files and database agree')
  }

  /** Devices and links stand in the same files; the console keeps them. */
  async #syncNetwork(
    files: Awaited<ReturnType<typeof import('../app/tenancy/files/index.ts').readTenantFiles>>,
    owner: {
      from(table: string): { select(...columns: string[]): PromiseLike<{ id: number; slug: string }[]> }
    }
  ) {
    const { syncInventory } = await import('../ops-console/inventory/sync.ts')
    const { openDatabase } = await import('../ops-console/database.ts')
    const { databaseUrls, secrets } = await import('../app/database/connections.ts')
    const ids = new Map(
      (await owner.from('core.tenancy_tenants').select('id', 'slug')).map((t) => [t.slug, t.id])
    )
    const units = files.tenants.map((tenant) => ({
      slug: tenant.slug,
      name: tenant.name,
      tenantId: ids.get(tenant.parent ?? tenant.slug)!,
      network: tenant.network ?? null,
    }))
    // The console reads its key from the environment only; by hand it comes from the running city.
    process.env.UNIA_DATA_KEY ??= secrets().dataKey
    const knex = openDatabase(databaseUrls().ops)
    const { refused } = await syncInventory(knex, units).finally(() => knex.destroy())
    for (const { slug, key, host, reason } of refused) {
      this.logger.error(`${slug}/${key}: ${host} was not taken over (${reason}, see OPS_MANAGEMENT_PREFIXES)`)
    }
  }
}
