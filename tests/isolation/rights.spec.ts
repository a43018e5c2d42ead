import { test } from '@japa/runner'
import { owner } from '../../app/testing/index.ts'

const ROLES = ['unia_app', 'unia_city', 'unia_system', 'unia_ops']

/** Rights a role holds on tables and views of the city, `select` and so on by table. */
async function rightsOf(role: string, privilege: string): Promise<string[]> {
  const { rows } = await owner().rawQuery(
    `select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
       and has_table_privilege(?, c.oid, ?) order by 1`,
    [role, privilege]
  )
  return rows.map(({ table }: { table: string }) => table)
}

test.group('Rights in the database', () => {
  test('the application knows nothing of people, accounts, sessions, queues and keys of devices', async ({
    assert,
  }) => {
    const readable = await rightsOf('unia_app', 'select')
    // Memberships, invitations and requests for roles are a unit's own, behind row-level security.
    assert.deepEqual(
      readable.filter((table) =>
        /identity_(?!memberships|invitations|role_requests)|pgboss|credentials|adonis_schema/.test(table)
      ),
      []
    )
  })

  test('the city’s reader writes nowhere', async ({ assert }) => {
    for (const right of ['insert', 'update', 'delete', 'truncate']) {
      assert.deepEqual(await rightsOf('unia_city', right), [], right)
    }
  })

  test('the console touches its own tables; of the core it reads units, says its facts and rings the bell', async ({
    assert,
  }) => {
    const foreign = async (right: string) =>
      (await rightsOf('unia_ops', right)).filter((table) => !table.startsWith('ops_console.'))
    assert.deepEqual(await foreign('select'), [
      'core.bus_outbox',
      'core.tenancy_tenants',
      'core.tenancy_units',
    ])
    assert.deepEqual(await foreign('insert'), ['core.bus_outbox', 'core.identity_notifications'])
    for (const right of ['update', 'delete']) assert.deepEqual(await foreign(right), [], right)
  })

  test('in the outbox the console sees and writes its own facts only', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select qual, with_check from pg_policies where tablename = 'bus_outbox' and 'unia_ops' = any(roles)`
    )
    assert.lengthOf(rows, 1)
    for (const rule of [rows[0].qual, rows[0].with_check]) assert.include(rule, 'pl.lublin.edu.ops-console.%')
  })

  test('the system role sees no pupil', async ({ assert }) => {
    const readable = await rightsOf('unia_system', 'select')
    assert.deepEqual(
      readable.filter((table) => table.startsWith('secretariat.')),
      []
    )
  })

  test('nobody empties a table or hangs a trigger on it', async ({ assert }) => {
    for (const role of ROLES) {
      for (const right of ['truncate', 'trigger', 'references']) {
        const held = (await rightsOf(role, right)).filter((table) => !table.startsWith('pgboss.'))
        assert.deepEqual(held, [], `${role} ${right}`)
      }
    }
  })

  test('the audit trail is written by triggers and the system role, changed by nobody', async ({
    assert,
  }) => {
    for (const role of ROLES) {
      for (const right of ['insert', 'update', 'delete', 'truncate']) {
        const held = (await rightsOf(role, right)).filter((table) => table.includes('access_audit'))
        assert.deepEqual(held, [], `${role} ${right}`)
      }
    }
    const { rows } = await owner().rawQuery(
      `select r.rolname as role, p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r
       where p.prosecdef and n.nspname = 'core' and r.rolname in ('unia_app', 'unia_city', 'unia_ops')
         and has_function_privilege(r.oid, p.oid, 'execute')`
    )
    assert.deepEqual(rows, [])
  })

  test('no function that runs with its owner’s rights is open to everybody', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
         and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`
    )
    assert.deepEqual(rows, [])
  })

  test('no role makes tables or temporary tables, save the queue’s own', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select r.rolname || ' in ' || n.nspname as held from pg_roles r, pg_namespace n
       where r.rolname = any(?) and n.nspname !~ '^pg_' and n.nspname <> 'pgboss'
         and has_schema_privilege(r.oid, n.oid, 'create')
       union all
       select r.rolname || ' temporary' from pg_roles r
       where r.rolname = any(?) and has_database_privilege(r.oid, current_database(), 'temporary')`,
      [ROLES, ROLES]
    )
    assert.deepEqual(rows, [])
  })

  test('every table of personal data writes to the audit trail', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and not c.relispartition and (n.nspname = 'secretariat' or c.relname in ('identity_people', 'identity_accounts', 'identity_memberships'))
         and not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                         where t.tgrelid = c.oid and p.proname = 'access_write_audit' and t.tgenabled <> 'D')`
    )
    assert.deepEqual(rows, [])
  })
})
