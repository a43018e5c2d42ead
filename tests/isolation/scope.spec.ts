import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { QueryClient } from '@adonisjs/lucid/database'
import vine from '@vinejs/vine'
import { test } from '@japa/runner'
import type { Scope } from '../../app/tenancy/scope.ts'
import { currentScope } from '../../app/tenancy/scope.ts'
import { attempt, inCity, inTenant } from '../../app/tenancy/tenancy.ts'
import { owner, personWith, twoUnits, visit } from '../../app/testing/index.ts'

const MEMBERS = 'sample_club_members'

const names = async () =>
  (await db.from(MEMBERS).select('name').orderBy('name')).map((row) => row.name as string)
const add = (name: string) => db.table(MEMBERS).insert({ name })

/** The error's code, or what it says when it has none. */
const refusal = (work: () => Promise<unknown>) =>
  work().then(
    () => 'nothing was refused',
    (error: { code?: string; message: string }) => error.code ?? error.message
  )

test.group('What is saved', () => {
  test('an error in a controller leaves nothing half-done, though the answer is an error page', async ({
    assert,
  }) => {
    const [school] = await twoUnits()
    const director = await personWith(['director'], school)
    const answer = await visit(director.token).post(`/${school.slug}/sample-club/failures`, {
      name: 'Half-done',
    })
    assert.equal(answer.status, 500)
    assert.deepEqual(await inTenant(school.id, names), [])
  })

  test('a controller that answers keeps what it wrote', async ({ assert }) => {
    const [school] = await twoUnits()
    const director = await personWith(['director'], school)
    const answer = await visit(director.token).post(`/${school.slug}/sample-club/members`, { name: 'Żaneta' })
    assert.equal(answer.status, 201)
    assert.deepEqual(await inTenant(school.id, names), ['Żaneta'])
  })

  test('a failed scope is rolled back even when nobody throws', async ({ assert }) => {
    const [school] = await twoUnits()
    let after = false
    await inTenant(school.id, async () => {
      await add('Not to be kept')
      currentScope()!.afterCommit(() => (after = true))
      currentScope()!.fail(new Error('told by the exception handler'))
    })
    assert.deepEqual(await inTenant(school.id, names), [])
    assert.isFalse(after, 'work for after the commit ran without one')
  })

  test('an expected conflict costs only its savepoint', async ({ assert }) => {
    const [school] = await twoUnits()
    await inTenant(school.id, async () => {
      const [member] = await db.table(MEMBERS).insert({ name: 'Łucja' }).returning('id')
      const badge = () => db.table('sample_club_badges').insert({ member_id: member.id, number: '7' })
      assert.isTrue((await attempt(badge)).ok)
      assert.deepInclude(await attempt(badge), { ok: false, code: '23505' })
      await add('Maria')
    })
    assert.deepEqual(await inTenant(school.id, names), ['Łucja', 'Maria'])
  })

  test('without a savepoint the conflict would cost the whole transaction', async ({ assert }) => {
    const [school] = await twoUnits()
    const code = await refusal(() =>
      inTenant(school.id, async () => {
        await db.rawQuery('select 1/0').catch(() => {})
        await add('Too late')
      })
    )
    assert.equal(code, '25P02')
  })

  test('a nested transaction is a savepoint of the same unit', async ({ assert }) => {
    const [school] = await twoUnits()
    await inTenant(school.id, async () => {
      const trx = await db.transaction()
      await trx.table(MEMBERS).insert({ name: 'Undone' })
      await trx.rollback()
      await db.transaction(async (kept) => void (await kept.table(MEMBERS).insert({ name: 'Kept' })))
      assert.deepEqual(await names(), ['Kept'])
    })
  })

  test('a reading request cannot write', async ({ assert }) => {
    const [school] = await twoUnits()
    const director = await personWith(['director'], school)
    const answer = await visit(director.token).get(`/${school.slug}/sample-club/writes-while-reading`)
    assert.equal(answer.status, 500)
    assert.deepEqual(await inTenant(school.id, names), [])
    assert.equal(
      await refusal(() => inTenant(school.id, () => add('Read only'), { readOnly: true })),
      '25006'
    )
  })

  test('a reading scope cannot be talked into writing', async ({ assert }) => {
    const [school] = await twoUnits()
    const code = await refusal(() =>
      inTenant(
        school.id,
        async () => {
          await names()
          await db.rawQuery('set transaction read write')
        },
        { readOnly: true }
      )
    )
    assert.equal(code, '25001')
  })
})

test.group('Which unit', () => {
  test('without a scope there is no client at all', async ({ assert }) => {
    assert.equal(await refusal(async () => db.from(MEMBERS)), 'E_NO_TENANT_SCOPE')
    assert.equal(await refusal(async () => db.rawQuery('select 1')), 'E_NO_TENANT_SCOPE')
  })

  test('two schools in one process never see each other, however their work interleaves', async ({
    assert,
  }) => {
    const [school, other] = await twoUnits()
    const work = (id: number) =>
      inTenant(id, async () => {
        await add(`of ${id}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        return names()
      })
    assert.deepEqual(await Promise.all([work(school.id), work(other.id)]), [
      [`of ${school.id}`],
      [`of ${other.id}`],
    ])
  })

  test('one transaction never spans two units', async ({ assert }) => {
    const [school, other] = await twoUnits()
    const inner = () => inTenant(school.id, () => inTenant(other.id, names))
    assert.equal(await refusal(inner), 'E_NESTED_TENANT_SCOPE')
    assert.equal(await refusal(() => inTenant(school.id, () => inCity(names))), 'E_NESTED_TENANT_SCOPE')
    assert.equal(await refusal(() => inCity(() => inTenant(school.id, names))), 'E_NESTED_TENANT_SCOPE')
    assert.deepEqual(
      await inTenant(school.id, () => inTenant(school.id, names)),
      [],
      'the same unit is joined'
    )
  })

  test('work that outlives its scope is refused', async ({ assert }) => {
    const [school] = await twoUnits()
    let outlived: Promise<string> | undefined
    let scope: Scope | null = null
    await inTenant(school.id, async () => {
      scope = currentScope()
      outlived = new Promise((resolve) => setTimeout(() => resolve(refusal(names)), 30))
    })
    assert.equal(await outlived, 'E_TENANT_SCOPE_CLOSED')
    assert.isTrue(scope!.closed)
  })

  test('QueryClient is not injectable: it would keep a finished transaction', async ({ assert }) => {
    assert.match(await refusal(() => app.container.make(QueryClient)), /QueryClient is not injectable/)
  })

  test('a forged unit in the row is refused, a forged unit in the condition finds nothing', async ({
    assert,
  }) => {
    const [school, other] = await twoUnits()
    await inTenant(other.id, () => add('Foreign'))
    const forged = () =>
      inTenant(school.id, () => db.table(MEMBERS).insert({ tenant_id: other.id, name: 'Forged' }))
    assert.equal(await refusal(forged), '42501')
    await inTenant(school.id, async () => {
      await add('Own')
      assert.isEmpty(await db.from(MEMBERS).where('tenant_id', other.id))
    })
    const moved = () => inTenant(school.id, () => db.from(MEMBERS).update({ tenant_id: other.id }))
    assert.equal(await refusal(moved), '42501')
  })

  test('a child cannot point at a parent of another school, although foreign keys see past policies', async ({
    assert,
  }) => {
    const [school, other] = await twoUnits()
    const [parent] = await inTenant(other.id, () =>
      db.table(MEMBERS).insert({ name: 'Parent' }).returning('id')
    )
    const child = () =>
      inTenant(school.id, () => db.table('sample_club_badges').insert({ member_id: parent.id, number: '1' }))
    assert.equal(await refusal(child), '23503')
  })

  test('the same number may stand in two schools, and neither learns of the other', async ({ assert }) => {
    const [school, other] = await twoUnits()
    for (const { id } of [school, other]) {
      await inTenant(id, async () => {
        const [member] = await db.table(MEMBERS).insert({ name: 'Jan' }).returning('id')
        await db.table('sample_club_badges').insert({ member_id: member.id, number: '12' })
        assert.lengthOf(await db.from('sample_club_badges').where('number', '12'), 1)
      })
    }
  })

  test('"unique" of a validator means unique in this school', async ({ assert }) => {
    const [school, other] = await twoUnits()
    await inTenant(other.id, () => add('Jan'))
    const newName = vine.create({ name: vine.string().unique({ table: MEMBERS, column: 'name' }) })
    await inTenant(school.id, () => newName.validate({ name: 'Jan' }))
    assert.equal(
      await refusal(() => inTenant(other.id, () => newName.validate({ name: 'Jan' }))),
      'E_VALIDATION_ERROR'
    )
  })

  test('settings of a scope are gone with it, also from the connection that served it', async ({
    assert,
  }) => {
    const [school] = await twoUnits()
    const settings = `select current_setting('app.tenant_id', true) as tenant, current_setting('app.actor', true) as actor,
      core.current_tenant() as current, pg_backend_pid() as pid`
    const inside = await inTenant(school.id, async () => (await db.rawQuery(settings)).rows[0])
    assert.equal(inside.tenant, String(school.id))
    const raw = db.getRawConnection('app')!.connection!.client!
    for (let tries = 0; tries < 20; tries++) {
      const { rows } = await raw.raw(settings)
      assert.oneOf(rows[0].tenant, ['', null])
      assert.isNull(rows[0].current)
    }
  })

  test('a view shows only this school, because it asks with the rights of who reads', async ({
    assert,
    cleanup,
  }) => {
    const [school, other] = await twoUnits()
    for (const { id } of [school, other]) await inTenant(id, () => add(`of ${id}`))
    const view = (name: string, options: string) =>
      owner().rawQuery(
        `create view sample_club.${name} ${options} as select * from sample_club.sample_club_members`
      )
    cleanup(async () => {
      await owner().rawQuery(
        'drop view if exists sample_club.sample_club_safe, sample_club.sample_club_leaky'
      )
    })
    await view('sample_club_safe', 'with (security_invoker = true)')
    await view('sample_club_leaky', '')
    await owner().rawQuery(
      'grant select on sample_club.sample_club_safe, sample_club.sample_club_leaky to unia_app'
    )
    const seen = async (name: string) => (await db.rawQuery(`select * from sample_club.${name}`)).rows.length
    assert.equal(await inTenant(school.id, () => seen('sample_club_safe')), 1)
    assert.isAbove(await inTenant(school.id, () => seen('sample_club_leaky')), 1, 'the trap is real')
  })
})

test.group('The city', () => {
  test('reads all schools, and cannot write in any', async ({ assert }) => {
    const [school, other] = await twoUnits()
    for (const { id } of [school, other]) await inTenant(id, () => add(`of ${id}`))
    await inCity(async () => {
      const all = await names()
      assert.includeMembers(all, [`of ${school.id}`, `of ${other.id}`])
    })
    const writing = () =>
      inCity(() => db.table(MEMBERS).insert({ tenant_id: school.id, name: 'By the city' }))
    assert.oneOf(await refusal(writing), ['25006', '42501'])
    const talked = () =>
      inCity(async () => {
        await db.rawQuery('set local transaction_read_only = off')
        await db.table(MEMBERS).insert({ tenant_id: school.id, name: 'By the city' })
      })
    assert.oneOf(await refusal(talked), ['25006', '42501', '25001'])
  })

  test('does not read tables that are no city matter', async ({ assert }) => {
    assert.equal(
      await refusal(() => inCity(async () => db.rawQuery('select * from sample_club.sample_club_badges'))),
      '42501'
    )
  })

  test('the system role, which knows everybody, sees no tenant data', async ({ assert }) => {
    const reading = () => db.connection('system').rawQuery('select * from sample_club.sample_club_members')
    assert.equal(await refusal(reading), '42501')
  })
})
