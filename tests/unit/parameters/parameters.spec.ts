import { test } from '@japa/runner'
import { defineParameter, parameter, Parameters, useParameters } from '../../../app/parameters/index.ts'

const limit = defineParameter({
  id: 'secretariat.section_limit_1_3',
  unit: 'pupils',
  type: 'integer',
  source: 'art. 96',
  values: [{ from: '2024-09-01', to: null, value: 25, verify: true }],
})

test.group('Parameters of the city', () => {
  test('a rule asks for the value of a day and gets it typed', ({ assert }) => {
    useParameters(new Parameters()).declare(limit)
    const pupils: number = parameter(limit).on('2026-09-01')
    assert.equal(pupils, 25)
    assert.isTrue(parameter(limit.id).resolvedOn('2026-09-01')?.verify)
  })

  test('a day without value is an error that names the parameter, the day and the source', ({ assert }) => {
    useParameters(new Parameters()).declare(limit)
    try {
      parameter(limit).on('2020-01-01')
      assert.fail('should throw')
    } catch (error) {
      assert.equal((error as { code: string }).code, 'E_PARAMETER_UNSET')
      assert.match((error as Error).message, /section_limit_1_3.*2020-01-01.*art\. 96.*2024-09-01/)
    }
  })

  test('a parameter nobody declared is an error', ({ assert }) => {
    useParameters(new Parameters())
    assert.throws(() => parameter('secretariat.none'), /No parameter/)
  })

  test('a refresh brings the city value; a failing one keeps what was known', async ({ assert }) => {
    let broken = false
    const row = { parameterId: limit.id, from: '2026-09-01', to: null, value: 20, verify: false }
    const parameters = new Parameters(async <Row>() => {
      if (broken) throw new Error('no database')
      return [row] as Row[]
    })
    useParameters(parameters).declare(limit)
    await parameters.refresh()
    broken = true
    await assert.rejects(() => parameters.refresh(), 'no database')
    assert.equal(parameter(limit).on('2026-09-01'), 20)
    assert.equal(parameter(limit).on('2026-08-31'), 25)
  })

  test('a declaration that contradicts itself is refused: {reason}')
    .with([
      {
        reason: 'overlap',
        values: [
          { from: '2024-01-01', to: null, value: 1 },
          { from: '2025-01-01', to: null, value: 2 },
        ],
      },
      {
        reason: 'overlap',
        values: [
          { from: '2024-01-01', to: '2024-06-30', value: 1 },
          { from: '2024-06-30', to: null, value: 2 },
        ],
      },
      { reason: 'ends before', values: [{ from: '2024-01-02', to: '2024-01-01', value: 1 }] },
      { reason: 'YYYY-MM-DD', values: [{ from: '2023-02-29', to: null, value: 1 }] },
      { reason: 'no integer', values: [{ from: '2024-01-01', to: null, value: 1.5 }] },
    ])
    .run(({ assert }, { reason, values }) => {
      assert.throws(() => defineParameter({ ...limit, values }), new RegExp(reason))
    })
})
