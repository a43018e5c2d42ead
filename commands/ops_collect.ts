import { BaseCommand, flags } from '@adonisjs/core/ace'
import { runCollector, type Log } from '../ops-console/collector/run.ts'
import { parseShard } from '../ops-console/scheduler/shards.ts'
import { settings } from '../ops-console/settings.ts'

/** A collector of its own for a share of the city; several of them replace each other when one dies. */
export default class OpsCollect extends BaseCommand {
  static override commandName = 'ops:collect'
  static override description = 'Poll the network, or with --shard i/n a share of it, until stopped'
  static override options = { startApp: false, staysAlive: true }

  @flags.string({ description: 'Share of the city, e.g. 1/2; all collectors must name the same number' })
  declare shard?: string

  override async run() {
    const shard = this.shard ? parseShard(this.shard) : undefined
    const log: Log = (level, message, details = {}) =>
      console.log(
        JSON.stringify({ level, time: new Date().toISOString(), name: 'collector', message, ...details })
      )
    const collector = runCollector(
      { ...settings(), ...(shard && { shard, ingest: shard.index === 1 && settings().ingest }) },
      log
    )
    log('info', 'collector started', { id: collector.id, shard: this.shard ?? '1/1' })
    const end = () => {
      setTimeout(() => process.exit(1), 5000).unref()
      void collector.stop().then(() => process.exit(0))
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(signal, end)
  }
}
