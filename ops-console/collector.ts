import { runCollector, type Log } from '#ops/collector/run'
import { serveMetrics } from '#ops/history/serve_metrics'
import { settings } from '#ops/settings'

const log: Log = (level, message, details = {}) =>
  console.log(
    JSON.stringify({ level, time: new Date().toISOString(), name: 'collector', message, ...details })
  )

const collector = runCollector(settings(), log)
serveMetrics()
log('info', 'collector started', { id: collector.id })

const end = () => {
  setTimeout(() => process.exit(1), 5000).unref()
  void collector.stop().then(() => process.exit(0))
}
process.once('SIGTERM', end)
process.once('SIGINT', end)
// A supervisor that dies without a signal closes the channel.
process.once('disconnect', end)
