import { test } from '@japa/runner'
import { heldRights, rightsOn, type Rights } from '#secretariat/domain/guardian_rights'

const all: Rights = {
  ...{ mayReadRegister: true, mayExcuse: true, mayCollect: true },
  ...{ legalRepresentative: true, maySeeAddress: true },
}
const none = Object.fromEntries(Object.keys(all).map((right) => [right, false])) as Rights

test.group('Rights of a guardian on a day', () => {
  test('are those of the link while no court has changed them', ({ assert }) => {
    assert.deepEqual(rightsOn(all, [], '2026-11-24'), all)
  })

  test('change on the first day of the order, not before', ({ assert }) => {
    const order = [{ ...none, validFrom: '2026-12-01', validTo: null }]
    assert.deepEqual(rightsOn(all, order, '2026-11-30'), all)
    assert.deepEqual(rightsOn(all, order, '2026-12-01'), none)
  })

  test('come back after the last day of an order for a time', ({ assert }) => {
    const order = [{ ...none, validFrom: '2026-12-01', validTo: '2026-12-31' }]
    assert.deepEqual(rightsOn(all, order, '2026-12-31'), none)
    assert.deepEqual(rightsOn(all, order, '2027-01-01'), all)
  })

  test('of two orders in force the one that began later holds', ({ assert }) => {
    const early = { ...none, validFrom: '2026-01-01', validTo: null }
    const late = { ...all, mayCollect: false, validFrom: '2026-06-01', validTo: null }
    assert.deepEqual(heldRights(rightsOn(all, [late, early], '2026-07-01')), [
      ...(['mayReadRegister', 'mayExcuse', 'legalRepresentative', 'maySeeAddress'] as const),
    ])
  })
})
