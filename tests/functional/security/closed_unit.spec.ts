import { test } from '@japa/runner'
import { registry } from '../../../app/plugins/registry.ts'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'

test.group('A unit that was closed', () => {
  test('has no pages, and neither jobs nor events are worked on for it', async ({ assert }) => {
    const unit = await aUnit()
    const { token } = await personWith(['director'], unit)
    assert.isTrue(registry.isActive('secretariat', unit.id))
    unit.status = 'closed'
    assert.equal((await visit(token).get(`/${unit.slug}`)).status, 404)
    assert.equal((await visit(token).get(`/${unit.slug}/secretariat/pupils`)).status, 404)
    assert.equal((await visit(token).post(`/${unit.slug}/acting-role`, { role: 'director' })).status, 404)
    assert.isFalse(registry.isActive('secretariat', unit.id))
    assert.deepEqual(registry.activeIn(unit.id), [])
  })
})
