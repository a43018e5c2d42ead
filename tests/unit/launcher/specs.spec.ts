import { test } from '@japa/runner'
import { inOrder, selectSpecs } from '../../../bin/testing/files.ts'
import { totals } from '../../../bin/testing/run_files.ts'

const PATHS = [
  'plugins/library/tests/unit/loans.spec.ts',
  'plugins/library/tests/browser/shelf.spec.ts',
  'ops-console/tests/unit/rates.spec.ts',
  'tests/isolation/tables.spec.ts',
]
const names = (specs: { path: string }[]) => specs.map(({ path }) => path)
const result = (tests: ('passed' | 'failed' | 'skipped')[], fault: 'timeout' | null = null) => ({
  path: 'x',
  tests: tests.map((status) => ({ type: 'test' as const, title: 't', status })),
  fault,
  output: '',
  ms: 1,
})

test.group('npm test', () => {
  test('takes every spec, or those of a plugin, a suite, a pattern', ({ assert }) => {
    assert.lengthOf(selectSpecs(PATHS, {}), 4)
    assert.deepEqual(names(selectSpecs(PATHS, { plugin: 'library', suite: 'unit' })), [PATHS[0]])
    assert.deepEqual(names(selectSpecs(PATHS, { plugin: 'ops-console' })), [PATHS[2]])
    assert.deepEqual(names(selectSpecs(PATHS, { files: 'tests/isolation' })), [PATHS[3]])
    assert.deepEqual(names(selectSpecs(PATHS, { files: '**/shelf.spec.ts' })), [PATHS[1]])
    assert.deepEqual(selectSpecs(PATHS, { files: 'nothing' }), [])
  })

  test('starts with what was never timed, then with the longest', ({ assert }) => {
    const order = inOrder(selectSpecs(PATHS, {}), { [PATHS[0]!]: 10, [PATHS[1]!]: 900, [PATHS[2]!]: 30 })
    assert.deepEqual(names(order), [PATHS[3], PATHS[1], PATHS[2], PATHS[0]])
  })

  test('counts a file that hung or tested nothing as a failure, and a failed test once', ({ assert }) => {
    assert.deepEqual(totals([result(['passed', 'skipped'])]), { passed: 1, failed: 0, skipped: 1 })
    assert.deepEqual(totals([result([])]), { passed: 0, failed: 1, skipped: 0 })
    assert.deepEqual(totals([result(['passed'], 'timeout')]), { passed: 1, failed: 1, skipped: 0 })
    assert.deepEqual(totals([result(['failed', 'passed'], 'timeout')]), { passed: 1, failed: 1, skipped: 0 })
  })
})
