import { test } from '@japa/runner'
import type { ChildView } from '../../../app/home/family_home.ts'
import { joinParts } from '../../../app/home/family_home.ts'
import type { ChildPart } from '../../../app/home/family_part.ts'
import { registry } from '../../../app/plugins/registry.ts'
import { aUnit, giveRole, personWith, visit } from '../../../app/testing/index.ts'

const PERMISSION = 'core.home.view'

test.group('The page of a family', (group) => {
  group.each.setup(() => {
    const before = registry.activeIn
    return () => {
      registry.activeIn = before
    }
  })
  const tell = (parts: (tenantId: number, personId: string) => Promise<ChildPart[]>) => {
    const load = async () => ({
      default: ({ tenantId, personId }: { tenantId: number; personId: string }) => parts(tenantId, personId),
    })
    registry.activeIn = () => [
      {
        ...{ id: 'sample', version: '1.0.0', platform: '*', area: 'x', kinds: 'all' },
        family: [{ id: 'children', permission: PERMISSION, load }],
      },
    ]
  }
  const children = async (token: string) => (await visit(token).get('/family')).props.children as ChildView[]

  test('P1: a parent of children in three units sees three children on one page and arrives there', async ({
    assert,
  }) => {
    tell(async (tenantId, personId) => [{ pupilId: `${tenantId}-${personId}`, name: `Dziecko ${tenantId}` }])
    const units = [await aUnit(), await aUnit(), await aUnit()]
    const parent = await personWith(['guardian'], units[0]!)
    for (const unit of units.slice(1)) await giveRole(parent, 'guardian', unit)
    assert.equal((await visit(parent.token).get('/')).location, '/family')
    const shown = await children(parent.token)
    assert.sameMembers(
      shown.map(({ unitSlug }) => unitSlug),
      units.map(({ slug }) => slug)
    )
    assert.isTrue(shown.every(({ pupilId }) => pupilId.endsWith(parent.personId)))
  })

  test('who also works in a school arrives at work, and still finds the children', async ({ assert }) => {
    tell(async () => [{ pupilId: 'a', name: 'Hanna' }])
    const unit = await aUnit()
    const teacher = await personWith(['teacher', 'guardian'], unit)
    assert.equal((await visit(teacher.token).get('/')).location, `/${unit.slug}`)
    assert.lengthOf(await children(teacher.token), 1)
  })

  test('a unit where the person is no parent is not asked', async ({ assert }) => {
    const asked: number[] = []
    tell(async (tenantId) => {
      asked.push(tenantId)
      return []
    })
    const [home, work] = [await aUnit(), await aUnit()]
    const person = await personWith(['guardian'], home)
    await giveRole(person, 'teacher', work)
    await children(person.token)
    assert.deepEqual([...new Set(asked)], [home.id])
  })

  test('a part that fails leaves the children of other units', async ({ assert }) => {
    const [one, other] = [await aUnit(), await aUnit()]
    tell(async (tenantId) => {
      if (tenantId === one.id) throw new Error('no such table')
      return [{ pupilId: 'a', name: 'Hanna' }]
    })
    const parent = await personWith(['guardian'], one)
    await giveRole(parent, 'guardian', other)
    const { status, props } = await visit(parent.token).get('/family')
    assert.equal(status, 200)
    assert.lengthOf(props.children as ChildView[], 1)
    assert.deepEqual(props.unavailable, [one.name])
  })

  test('what plugins say about a child is joined, and a child nobody names is left out', ({ assert }) => {
    const need = { text: 'x', href: '/a' }
    const joined = joinParts([
      { pupilId: 'a', name: 'Hanna', group: '4b' },
      { pupilId: 'b', needs: [need] },
      { pupilId: 'a', needs: [need], figures: [{ label: 'y', value: 1 }] },
    ])
    assert.deepEqual(joined, [
      { pupilId: 'a', name: 'Hanna', group: '4b', needs: [need], figures: [{ label: 'y', value: 1 }] },
    ])
  })
})
