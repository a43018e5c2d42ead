import { relative } from 'node:path'
import { dataFolder, readPrivate, writePrivate } from '../../app/database/data_folder.ts'
import { message } from '../messages.ts'
import { inOrder, type SpecFile } from './files.ts'
import { TestWorker, type FileResult } from './test_worker.ts'

const TIMES = () => dataFolder('test-times.json')
const FILE_TIMEOUT_MS = {
  unit: 120_000,
  functional: 180_000,
  isolation: 240_000,
  architecture: 180_000,
  browser: 420_000,
}

export interface Totals {
  passed: number
  failed: number
  skipped: number
}

/** Hands the files to the workers, the longest first, each worker taking the next when it is done. */
export async function runFiles(
  specs: SpecFile[],
  workers: TestWorker[],
  say: (text: string) => void
): Promise<Totals> {
  const times = readPrivate<Record<string, number>>(TIMES()) ?? {}
  const queue = inOrder(specs, times)
  const results: FileResult[] = []
  await Promise.all(
    workers.map(async (worker) => {
      for (let spec = queue.shift(); spec; spec = queue.shift()) {
        const result = await worker.run(spec.path, FILE_TIMEOUT_MS[spec.suite])
        results.push(result)
        times[spec.path] = result.ms
        say(report(result, FILE_TIMEOUT_MS[spec.suite]))
      }
      await worker.stop()
    })
  )
  writePrivate(TIMES(), times)
  const failed = results.filter(isFailed).map(({ path }) => path)
  if (failed.length) say(`\n${failed.map((path) => `✖ ${path}`).join('\n')}`)
  return totals(results)
}

const isFailed = ({ fault, tests }: FileResult) =>
  fault !== null || tests.length === 0 || tests.some(({ status }) => status === 'failed')

/** A file that broke counts as one failure more when none of its tests already did. */
export function totals(results: FileResult[]): Totals {
  const count = (status: string) =>
    results.flatMap(({ tests }) => tests).filter((test) => test.status === status).length
  const broken = results.filter(
    (each) => isFailed(each) && !each.tests.some(({ status }) => status === 'failed')
  ).length
  return { passed: count('passed'), failed: count('failed') + broken, skipped: count('skipped') }
}

function report(result: FileResult, timeoutMs: number): string {
  const { path, tests, fault, reason, output, ms } = result
  const head = `${isFailed(result) ? '✖' : '✔'} ${relative('.', path)} (${tests.length}, ${ms} ms)`
  if (!isFailed(result)) return head
  const faults = {
    timeout: message('test.timeout', { seconds: timeoutMs / 1000 }),
    died: message('test.died', { reason: reason ?? '' }),
    failed: '',
  }
  const why = fault ? faults[fault] : tests.length ? '' : message('test.no_tests')
  const titles = tests.filter(({ status }) => status === 'failed').map(({ title }) => `    ✖ ${title}`)
  return [head, ...titles, why && `    ${why}`, output.trimEnd()].filter(Boolean).join('\n')
}
