import type { Log } from '#ops/collector/run'
import { runIngest } from './run.ts'
import { ingestSettings } from './settings.ts'

const log: Log = (level, message, details = {}) =>
  console.log(JSON.stringify({ level, time: new Date().toISOString(), name: 'ingest', message, ...details }))

const ingest = await runIngest(ingestSettings(), log)

const end = () => {
  setTimeout(() => process.exit(1), 10_000).unref()
  void ingest.stop().then(() => process.exit(0))
}
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(signal, end)
