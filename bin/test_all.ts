// npm test: style and boundaries, types, pages, then every spec on all cores, each worker with a database of its own.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { message } from './messages.ts'
import { buildPages, runScript, step } from './testing/checks.ts'
import { openTestDatabases, type TestDatabases } from './testing/databases.ts'
import { findSpecs, type SpecFile } from './testing/files.ts'
import { runFiles, type Totals } from './testing/run_files.ts'
import { TestWorker } from './testing/test_worker.ts'

const { values: options } = parseArgs({
  options: {
    plugin: { type: 'string' },
    only: { type: 'string' },
    files: { type: 'string' },
    suite: { type: 'string' },
    'no-checks': { type: 'boolean' },
  },
})
const ROOT = fileURLToPath(new URL('../', import.meta.url))

let stopCluster: (() => Promise<void>) | null = null
let workers: TestWorker[] = []
let closing: Promise<void> | null = null

function close(): Promise<void> {
  closing ??= (async () => {
    for (const worker of workers) worker.kill()
    await stopCluster?.()
  })()
  return closing
}

async function interrupted() {
  console.error(message('test.interrupted'))
  await close()
  process.exit(130)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void interrupted())
process.once('disconnect', () => void interrupted())
process.channel?.unref()

async function runTests(): Promise<Totals> {
  const specs = findSpecs(ROOT, options)
  if (!specs.length) {
    console.error(message('test.none'))
    return { passed: 0, failed: 0, skipped: 0 }
  }
  if (specs.some(needsPages) && !(await buildPages())) return { passed: 0, failed: 1, skipped: 0 }
  const count = Math.min(Math.max(availableParallelism(), 1), specs.length)
  let databases: TestDatabases | undefined
  const ready = await step('test.prepare', async () => {
    databases = await openTestDatabases(count, (stop) => (stopCluster = stop))
    return true
  })
  if (!ready || !databases) return { passed: 0, failed: 1, skipped: 0 }
  workers = databases.environments.map((environment) => new TestWorker(environment))
  return runFiles(specs, workers, console.log)
}

const needsPages = ({ suite }: SpecFile) => suite === 'browser' || suite === 'functional'

const wants = (part: string) => !options.only || options.only === part
const checks = !options['no-checks'] && !options.plugin && !options.files && !options.suite
const good = [
  wants('lint') && checks ? await runScript('lint') : true,
  wants('types') && checks ? await runScript('typecheck') : true,
]
let totals: Totals = { passed: 0, failed: 0, skipped: 0 }
if (wants('tests')) {
  try {
    totals = await runTests()
  } finally {
    await close()
  }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
  good.push(totals.failed === 0 && totals.passed > 0)
}
process.exit(good.every(Boolean) ? 0 : 1)
