import { test } from '@japa/runner'
import { differences } from '../../../app/access/audit_diff.ts'
import { periodOf } from '../../../app/access/audit_period.ts'

test.group('Audit trail as people read it', () => {
  test('a corrected surname shows both spellings, and nothing that stayed', ({ assert }) => {
    const before = { surname: 'Kowalska', given_names: 'Łucja', tenant_id: 3 }
    const after = { surname: 'Kowalska-Nowak', given_names: 'Łucja', tenant_id: 3 }
    assert.deepEqual(differences(before, after), [
      { field: 'surname', before: 'Kowalska', after: 'Kowalska-Nowak' },
    ])
  })

  test('a new pupil has no past, a removed one no future, an empty field says nothing', ({ assert }) => {
    assert.deepEqual(differences(null, { surname: 'Zając', second_name: null, created_at: 'x' }), [
      { field: 'surname', before: null, after: 'Zając' },
    ])
    assert.deepEqual(differences({ active: true }, null), [{ field: 'active', before: 'true', after: null }])
    assert.deepEqual(differences(null, null), [])
  })

  test('the last thirty days are shown unless others are asked for; a turned-round period is put right', ({
    assert,
  }) => {
    assert.deepEqual(periodOf({}, '2026-11-23'), { from: '2026-10-24', to: '2026-11-23' })
    assert.deepEqual(periodOf({ from: '2026-09-01', to: '2026-08-01' }), {
      from: '2026-08-01',
      to: '2026-09-01',
    })
    assert.deepEqual(periodOf({ from: '2026-02-30' }, '2026-11-23').from, '2026-10-24')
  })
})
