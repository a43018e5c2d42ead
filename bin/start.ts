// The supervisor: npm start, or npm run dev with --dev. What it runs and in which order stands in launcher/city.ts.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { City } from './launcher/city.ts'
import { readOptions } from './launcher/options.ts'
import { explain, message } from './messages.ts'
import { SetupError } from '../app/database/setup_error.ts'

const SETTINGS = fileURLToPath(new URL('../.env', import.meta.url))

/** A terminal sends Ctrl-C to npm, its runner and us, and they forward it again: within this time it is one press. */
const SAME_PRESS_MS = 800

const say = (text: string) => process.stdout.write(`${text}\n`)
// A closed terminal must not prevent the orderly end.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

let city: City | undefined
let ending: { at: number } | undefined

async function end(code: number) {
  if (ending) return
  ending = { at: performance.now() }
  await city?.stop().catch((error: unknown) => console.error(explain(error)))
  if (code === 0) say(message('start.stopped'))
  process.exit(code)
}

function fail(error: unknown) {
  if (error instanceof SetupError && error.code === 'E_INTERRUPTED') return
  if (!ending) process.stderr.write(`\n${explain(error)}\n\n`)
  void end(1)
}

function interrupt() {
  if (!ending) return void end(0)
  if (performance.now() - ending.at < SAME_PRESS_MS) return
  say(message('start.forced'))
  city?.force()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
process.once('disconnect', interrupt)

try {
  // Optional; what the surroundings set goes first.
  if (existsSync(SETTINGS)) process.loadEnvFile(SETTINGS)
  city = new City(readOptions(process.argv.slice(2), process.env), say, fail)
  await city.start()
} catch (error) {
  fail(error)
}
