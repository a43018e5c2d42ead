/** What the runner of tests tells a worker. */
export interface RunFile {
  file: string
}

export interface TestResult {
  type: 'test'
  title: string
  status: 'passed' | 'failed' | 'skipped'
}

/** What a worker tells the runner of tests. `done` without a test means that the file could not be run. */
export type FromWorker = { type: 'ready' } | TestResult | { type: 'done'; failed: boolean }
