import { PluginMigration } from '../../app/database/migration.ts'

/** Several collectors share the city: who waits for a share, and which shares each has. */
export default class extends PluginMigration {
  plugin = 'ops-console'

  async up() {
    this.schema.raw(`alter table ops_console.ops_console_leases add column wanted_until timestamptz`)
    this.schema.raw(
      `alter table ops_console.ops_console_collectors
       add column shards integer[] not null default '{}', add column shard_count integer not null default 1`
    )
  }
}
