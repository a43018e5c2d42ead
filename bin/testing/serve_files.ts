import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import { ErrorsPrinter } from '@japa/errors-printer'
import { configure, run } from '@japa/runner'
import type { PluginFn } from '@japa/runner/types'
import { plugins, startServer, tearDown } from '../../tests/bootstrap.ts'
import type { FromWorker, RunFile } from './protocol.ts'

const TEST_TIMEOUT_MS = 30_000
const printer = new ErrorsPrinter({ framesMaxLimit: 6 })

/** Runs file after file as the parent names them; without a parent, those given. */
export async function serve(app: ApplicationService, files: string[]) {
  process.setMaxListeners(0)
  if (!process.send) {
    for (const file of files) await runFile(app, file)
    await tearDown()
    return app.terminate()
  }
  app.terminating(tearDown)
  let turn = Promise.resolve()
  process.on('message', ({ file }: RunFile) => {
    turn = turn.then(async () => void tell({ type: 'done', failed: await runFile(app, file) }))
  })
  process.on('uncaughtException', (error) => console.error(error))
  process.on('unhandledRejection', (error) => console.error(error))
  tell({ type: 'ready' })
}

const tell = (message: FromWorker) => process.send?.(message)

/** Runs one file; true when it failed. Japa keeps its state by the module, so one run follows another. */
async function runFile(app: ApplicationService, file: string): Promise<boolean> {
  process.exitCode = 0
  configure({
    files: async () => [pathToFileURL(resolve(file))],
    plugins: [...plugins(app), reporter()],
    setup: isPure(file) ? [] : [() => startServer()],
    timeout: TEST_TIMEOUT_MS,
    reporters: { activated: process.send ? [] : ['spec'], list: process.send ? [] : undefined },
    importer: (url) => import(url.href),
  })
  await run()
  const failed = process.exitCode !== 0
  if (process.send) process.exitCode = 0
  return failed
}

const isPure = (file: string) => file.includes('tests/unit/')

/** Tells the parent about each test and prints what failed; the parent shows the output of failed files only. */
function reporter(): PluginFn {
  return ({ emitter }) => {
    if (!process.send) return
    // The emitter outlives a run; handlers of the run before would report twice.
    emitter.clearListeners(['test:end', 'group:end', 'suite:end'])
    emitter.on('test:end', async ({ title, hasError, errors, isSkipped, isTodo }) => {
      const status = isSkipped || isTodo ? 'skipped' : hasError ? 'failed' : 'passed'
      tell({ type: 'test', title: title.expanded, status })
      if (hasError) await print(title.expanded, errors)
    })
    emitter.on('group:end', ({ title, hasError, errors }) => (hasError ? print(title, errors) : undefined))
    emitter.on('suite:end', ({ name, hasError, errors }) => (hasError ? print(name, errors) : undefined))
  }
}

async function print(title: string, errors: { phase: string; error: Error }[]) {
  for (const { phase, error } of errors) {
    console.error(`\n    ${title} (${phase})`)
    await printer.printError(error)
  }
}
