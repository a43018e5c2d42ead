import { test } from '@japa/runner'
import { checkRoutes, routesWithAccess, type CheckedRoute } from '../../app/access/check_routes.ts'
import { isCityRole, ROLES, type Role } from '../../app/access/roles.ts'
import { registry } from '../../app/plugins/registry.ts'
import type { Tenant } from '../../app/tenancy/tenants.ts'
import { cleanUp, personWith, switchInUnit, twoUnits, visit, type Visitor } from '../../app/testing/index.ts'

const ROLE_NAMES = Object.keys(ROLES) as Role[]
const NOWHERE = '00000000-0000-7000-8000-000000000000'

/** Routes of units and of the city that a browser may simply ask for. */
const guarded = (place: 'unit' | 'city') =>
  routesWithAccess()
    .filter(({ access, methods }) => access?.place === place && methods.includes('GET'))
    .filter(({ pattern }) => !FAILING.has(pattern))

/** Of the sample plugin: fails on purpose. */
const FAILING = new Set(['/:unit/sample-club/writes-while-reading'])

const address = (pattern: string, unit: string) =>
  pattern
    .replace(':unit', unit)
    .replace(/:plugin/, 'sample-club')
    .replace(/:\w+\??/g, NOWHERE)

/** What the matrix of permissions promises: 403 without the right, else anything but a refusal. */
const expected = (role: Role, { access }: CheckedRoute) =>
  registry.roleMay(role, access!.can!) ? 'open' : 403

/** A record that does not exist answers 404 to whom may see such records. */
const met = (status: number, wanted: 'open' | 403) =>
  wanted === 403 ? status === 403 : status < 400 || status === 404

test.group('Route × role', (group) => {
  let school: Tenant
  let other: Tenant
  const browsers = new Map<Role, Visitor>()
  group.setup(async () => {
    ;[school, other] = await twoUnits()
    for (const role of ROLE_NAMES) {
      const { token } = await personWith([role], isCityRole(role) ? 'city' : school)
      browsers.set(role, visit(token))
    }
  })
  group.teardown(cleanUp)

  for (const route of guarded('unit')) {
    test(`GET ${route.pattern}: each role meets what the manifests say`, async ({ assert }) => {
      const wrong: string[] = []
      for (const role of ROLE_NAMES.filter((each) => !isCityRole(each))) {
        const { status } = await browsers.get(role)!.get(address(route.pattern, school.slug))
        if (!met(status, expected(role, route)))
          wrong.push(`${role}: ${status}, expected ${expected(role, route)}`)
      }
      assert.deepEqual(wrong, [])
    })
  }

  for (const route of guarded('city')) {
    test(`GET ${route.pattern}: each city role meets what the manifests say, units' roles find nothing`, async ({
      assert,
    }) => {
      const wrong: string[] = []
      for (const role of ROLE_NAMES) {
        const { status } = await browsers.get(role)!.get(address(route.pattern, ''))
        const right = isCityRole(role) ? met(status, expected(role, route)) : status === 404
        if (!right) wrong.push(`${role}: ${status}`)
      }
      assert.deepEqual(wrong, [])
    })
  }

  test('in a foreign unit every route answers 404, whatever the role at home', async ({ assert }) => {
    const wrong: string[] = []
    for (const route of guarded('unit')) {
      for (const role of ['director', 'teacher', 'guardian', 'city_admin'] as const) {
        const { status } = await browsers.get(role)!.get(address(route.pattern, other.slug))
        if (status !== 404) wrong.push(`${role} ${route.pattern}: ${status}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('writing routes refuse a role without the permission before anything happens', async ({ assert }) => {
    const wrong: string[] = []
    for (const { methods, pattern, access } of routesWithAccess()) {
      const method = methods.find((each) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(each))
      if (!method || access?.place !== 'unit' || !access.can) continue
      const role = ROLE_NAMES.find((each) => !isCityRole(each) && !registry.roleMay(each, access.can!))
      if (!role) continue
      const { status } = await browsers.get(role)!.send(method as 'POST', address(pattern, school.slug))
      if (status !== 403) wrong.push(`${role} ${method} ${pattern}: ${status}`)
    }
    assert.deepEqual(wrong, [])
  })

  test('nobody logged in is sent to the log-in, and learns nothing about units', async ({ assert }) => {
    const stranger = visit(null)
    for (const path of [`/${school.slug}/plugins`, '/no-such-unit/plugins', '/city/units']) {
      const { status, location } = await stranger.get(path)
      assert.equal(status, 302, path)
      assert.match(location!, /^\/login/, path)
    }
  })

  test('every route of a plugin that is off answers 404 to every role', async ({ assert }) => {
    await switchInUnit(school, 'sample-club', false)
    for (const role of ROLE_NAMES.filter((each) => !isCityRole(each))) {
      const { status } = await browsers.get(role)!.get(`/${school.slug}/sample-club/members`)
      assert.equal(status, 404, role)
    }
    await switchInUnit(school, 'sample-club', true)
  })
})

test.group('Routes at the start', () => {
  const route = (access: CheckedRoute['access']): CheckedRoute => ({
    methods: ['GET', 'HEAD'],
    pattern: '/x',
    access,
  })

  test('all of this city name a permission that somebody declares', () => {
    checkRoutes()
  })

  test('one without a guard stops the start and is named', ({ assert }) => {
    assert.throws(() => checkRoutes([route(null)]), /GET \/x has no guard/)
  })

  test('one without a permission stops the start', ({ assert }) => {
    assert.throws(() => checkRoutes([route({ place: 'unit' })]), /GET \/x names no permission/)
  })

  test('one whose permission nobody declares stops the start', ({ assert }) => {
    assert.throws(
      () => checkRoutes([route({ place: 'city', can: 'canteen.meal.fly' })]),
      /undeclared permission "canteen\.meal\.fly"/
    )
  })

  test('public routes and those of every person need no permission', () => {
    checkRoutes([route({ place: 'public' }), route({ place: 'person' })])
  })
})
