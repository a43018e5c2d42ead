import { test } from '@japa/runner'
import { fit } from '#ops/domain/fit'
import { bySeverity, tone } from '#ops/domain/severity'

const device = (unit: string, state: string, code?: string) =>
  ({ unit, state, fact: code ? { code, params: {} } : null }) as never as {
    unit: string
    state: 'UP'
    fact: null
  }

test.group('The order of the wall', () => {
  test('outages come first, then silence, then warnings, healthy schools last and by name', ({ assert }) => {
    const sorted = bySeverity(
      [
        device('SP 10', 'UP'),
        device('SP 2', 'UP'),
        device('LO 1', 'DEGRADED', 'cpu_data_high'),
        device('P 3', 'UNKNOWN', 'not_answering'),
        device('Łąkowa', 'DOWN', 'not_answering'),
        device('Lipowa', 'DOWN', 'not_answering'),
        device('LO 2', 'DEGRADED', 'optical_critical'),
      ],
      ({ unit }) => unit
    )
    assert.deepEqual(
      sorted.map(({ unit }) => unit),
      ['Lipowa', 'Łąkowa', 'LO 2', 'P 3', 'LO 1', 'SP 2', 'SP 10']
    )
  })

  test('fading light is marked like an outage, silence that is not yet an outage is not', ({ assert }) => {
    assert.equal(tone(device('a', 'DEGRADED', 'optical_critical')), 'critical')
    assert.equal(tone(device('a', 'UNKNOWN', 'not_answering')), 'unknown')
  })
})

test.group('The tiles of the wall', () => {
  const sizes: [number, number][] = [
    [900, 740],
    [1990, 1290],
    [3200, 2000],
  ]
  for (const [width, height] of sizes) {
    for (const sick of [0, 1, 7, 20, 60, 91]) {
      test(`91 schools fit into ${width} × ${height} with ${sick} of them sick`, ({ assert }) => {
        const { columns, rows, large } = fit(sick, 91 - sick, width, height)
        assert.isAtLeast(columns * rows, sick * large.columns * large.rows + 91 - sick)
        assert.isAtLeast(Math.floor(columns / large.columns) * Math.floor(rows / large.rows), sick)
        assert.isAbove(height / rows, 40)
        assert.isAbove(width / columns, 80)
      })
    }
  }

  test('a sick school is larger while few are sick', ({ assert }) => {
    assert.deepEqual(fit(3, 88, 900, 740).large, { columns: 2, rows: 2 })
    assert.deepEqual(fit(91, 0, 900, 740).large, { columns: 1, rows: 1 })
  })
})
