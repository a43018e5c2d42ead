import { test } from '@japa/runner'
import type { TenantDeclaration } from '../../../app/tenancy/files/define_tenant.ts'
import { desiredTenants } from '../../../app/tenancy/files/desired.ts'
import type { UnitKind } from '../../../app/tenancy/files/kinds.ts'
import { planSync } from '../../../app/tenancy/files/plan_sync.ts'

const unit = (slug: string, over: Partial<TenantDeclaration> = {}): TenantDeclaration => ({
  slug,
  name: `Szkoła ${slug}`,
  shortName: slug.toUpperCase(),
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Szkolna 1', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 240,
  status: 'active',
  verified: { record: true, unverified: [], source: 'test' },
  ...over,
})

const profiles = new Map<UnitKind, string[]>([
  ['primary', ['secretariat', 'register']],
  ['preschool', ['secretariat', 'preschool']],
])
const files = (...tenants: TenantDeclaration[]) => ({ tenants, profiles })
const database = (...tenants: TenantDeclaration[]) => structuredClone(desiredTenants(files(...tenants)))
const brief = (plan: ReturnType<typeof planSync>) =>
  plan.map(({ action, scope, slug }) => `${action} ${scope} ${slug}`)

test.group('Plan of a synchronisation', () => {
  test('an empty database gets every tenant and unit', ({ assert }) => {
    const plan = planSync(files(unit('zs-1'), unit('sp-1', { parent: 'zs-1' }), unit('sp-2')), [])
    assert.deepEqual(brief(plan), [
      'create tenant zs-1',
      'create unit zs-1',
      'create unit sp-1',
      'create tenant sp-2',
      'create unit sp-2',
    ])
    assert.deepEqual(plan[0]!.after.entitled, ['register', 'secretariat'])
    assert.equal(plan[2]!.tenant, 'zs-1')
  })

  test('nothing is planned when files and database agree', ({ assert }) => {
    const units = [unit('zs-1'), unit('p-1', { parent: 'zs-1', kind: 'preschool' }), unit('sp-2')]
    assert.deepEqual(planSync(files(...units), database(...units)), [])
  })

  test('the order of kinds in the database does not matter', ({ assert }) => {
    const units = [unit('zs-1'), unit('p-1', { parent: 'zs-1', kind: 'preschool' })]
    const rows = database(...units)
    rows[0]!.kinds.reverse()
    assert.deepEqual(planSync(files(...units), rows), [])
  })

  test('a complex counts as every kind it contains, merged parts aside', ({ assert }) => {
    const [tenant] = desiredTenants(
      files(
        unit('zs-1', { contains: ['dormitory'] }),
        unit('p-1', { parent: 'zs-1', kind: 'preschool' }),
        unit('lo-1', { parent: 'zs-1', kind: 'general_secondary', status: 'merged' })
      )
    )
    assert.deepEqual(tenant!.kinds, ['preschool', 'primary', 'dormitory'])
    assert.deepEqual(tenant!.entitled, ['preschool', 'register', 'secretariat'])
  })

  test('a file may add and remove plugins', ({ assert }) => {
    const [tenant] = desiredTenants(
      files(unit('sp-1', { plugins: { add: ['library'], remove: ['register'] } }))
    )
    assert.deepEqual(tenant!.entitled, ['library', 'secretariat'])
  })

  test('a new name is a rename of tenant and unit, with before and after', ({ assert }) => {
    const plan = planSync(files(unit('sp-1', { name: 'Nowa' })), database(unit('sp-1')))
    assert.deepEqual(brief(plan), ['rename tenant sp-1', 'rename unit sp-1'])
    assert.deepEqual(plan[0]!.before, { name: 'Szkoła sp-1' })
    assert.deepEqual(plan[0]!.after, { name: 'Nowa' })
  })

  test('an address changes the unit alone', ({ assert }) => {
    const address = { street: 'ul. Długa 6', postalCode: '20-346', city: 'Lublin', district: null }
    const plan = planSync(files(unit('sp-1', { address })), database(unit('sp-1')))
    assert.deepEqual(plan, [
      {
        action: 'change',
        scope: 'unit',
        tenant: 'sp-1',
        slug: 'sp-1',
        before: { street: 'ul. Szkolna 1', postalCode: null },
        after: { street: 'ul. Długa 6', postalCode: '20-346' },
      },
    ])
  })

  test('a removed file closes and deletes nothing', ({ assert }) => {
    const plan = planSync(files(unit('sp-2')), database(unit('sp-1'), unit('sp-2')))
    assert.deepEqual(brief(plan), ['close tenant sp-1', 'close unit sp-1'])
  })

  test('a removed component closes within its complex', ({ assert }) => {
    const plan = planSync(
      files(unit('zs-1')),
      database(unit('zs-1'), unit('p-1', { parent: 'zs-1', kind: 'preschool' }))
    )
    assert.deepEqual(brief(plan), ['change tenant zs-1', 'withdraw tenant zs-1', 'close unit p-1'])
  })

  test('a closed tenant stays closed while its file is away', ({ assert }) => {
    const rows = database(unit('sp-1'), unit('sp-2'))
    rows[0]!.status = 'closed'
    rows[0]!.units[0]!.status = 'closed'
    assert.deepEqual(planSync(files(unit('sp-2')), rows), [])
  })

  test('a file that comes back reopens', ({ assert }) => {
    const rows = database(unit('sp-1'))
    rows[0]!.status = 'closed'
    rows[0]!.units[0]!.status = 'closed'
    const plan = planSync(files(unit('sp-1', { name: 'Nowa' })), rows)
    assert.deepEqual(brief(plan), [
      'rename tenant sp-1',
      'reopen tenant sp-1',
      'rename unit sp-1',
      'reopen unit sp-1',
    ])
  })

  test('a broken file closes nothing', ({ assert }) => {
    const rows = database(unit('sp-1'), unit('sp-2'))
    assert.deepEqual(planSync({ ...files(unit('sp-2')), held: new Set(['sp-1']) }, rows), [])
  })

  test('a broken file of a component neither closes it nor withdraws what its kind brings', ({ assert }) => {
    const rows = database(unit('zs-1'), unit('p-1', { parent: 'zs-1', kind: 'preschool' }))
    assert.deepEqual(planSync({ ...files(unit('zs-1')), held: new Set(['p-1']) }, rows), [])
  })

  test('a longer profile entitles, a shorter one withdraws', ({ assert }) => {
    const units = [unit('sp-1')]
    const other = new Map<UnitKind, string[]>([['primary', ['secretariat', 'library']]])
    const plan = planSync({ tenants: units, profiles: other }, database(...units))
    assert.deepEqual(brief(plan), ['entitle tenant sp-1', 'withdraw tenant sp-1'])
    assert.deepEqual(plan[0]!.after, { entitled: ['library'] })
    assert.deepEqual(plan[1]!.after, { entitled: ['register'] })
  })

  test('a broken profile withdraws nothing', ({ assert }) => {
    const units = [unit('sp-1')]
    assert.deepEqual(planSync({ tenants: units, profiles: new Map() }, database(...units)), [])
  })

  test('a component that moves closes in one complex and opens in the other', ({ assert }) => {
    const plan = planSync(
      files(unit('zs-1'), unit('zs-2'), unit('sp-1', { parent: 'zs-2' })),
      database(unit('zs-1'), unit('zs-2'), unit('sp-1', { parent: 'zs-1' }))
    )
    assert.deepEqual(
      plan.map(({ action, tenant, slug }) => [action, tenant, slug]),
      [
        ['close', 'zs-1', 'sp-1'],
        ['create', 'zs-2', 'sp-1'],
      ]
    )
  })

  test('a tenant marked as merged is closed', ({ assert }) => {
    const plan = planSync(files(unit('sp-1', { status: 'merged' })), database(unit('sp-1')))
    assert.deepEqual(brief(plan), ['close tenant sp-1', 'change unit sp-1'])
  })

  test('no plan ever deletes', ({ assert }) => {
    const plan = planSync(files(), database(unit('sp-1'), unit('sp-2'), unit('sp-3', { parent: 'sp-2' })))
    assert.isTrue(plan.every(({ action, after }) => action === 'close' && after.status === 'closed'))
    assert.lengthOf(plan, 5)
  })
})
