import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { inTenant } from '../../app/tenancy/tenancy.ts'
import { owner, twoUnits } from '../../app/testing/index.ts'
import { foreignKeysOf, keysOf, tenantTables } from './catalogue.ts'

/** The trail also keeps what belongs to no unit, and is partitioned by time. */
const TRAIL = 'core.access_audit_events'

/**
 * A unit's address, and a unit's own id, are names in the whole city. So is a computer: it belongs to one unit at a time
 * and moves with its group; only the console writes these.
 */
const CITY_WIDE_KEYS = new Set([
  'core.tenancy_units(slug)',
  'ops_console.ops_console_endpoint_groups(group_path)',
  'ops_console.ops_console_computers(hardware_key)',
  'ops_console.ops_console_threat_cases(hardware_key)',
])

/** Functions that run with their owner's rights; each was read with care before it was written here. */
const TRUSTED_FUNCTIONS = [
  'core.access_ensure_audit_partitions',
  'core.access_log',
  'core.access_log_crossing',
  'core.access_write_audit',
  'ops_console.ops_console_drop_event_days',
  'ops_console.ops_console_drop_history',
  'ops_console.ops_console_ensure_event_days',
  'ops_console.ops_console_ensure_history',
  // Answers with a tenant only: where to send a request for a transfer.
  'secretariat.enrolled_at',
  // Answers with a day only: whether a known person is enrolled in another school.
  'secretariat.enrolled_elsewhere_since',
  // Answers with a person's id only to who has typed that person's names and contact.
  'secretariat.guardian_elsewhere',
]

test.group('Every table of tenant data', () => {
  test("is found in the catalogue, the core's and the plugins' alike", async ({ assert }) => {
    const names = (await tenantTables()).map(({ full }) => full)
    assert.includeMembers(names, [
      'core.identity_memberships',
      'core.plugins_activations',
      'core.bus_outbox',
      'secretariat.secretariat_pupils',
      'sample_club.sample_club_members',
      TRAIL,
    ])
  })

  test('has row-level security and a policy that binds the application to the unit at hand', async ({
    assert,
  }) => {
    const tables = await tenantTables()
    assert.deepEqual(
      tables.filter(({ rls }) => !rls).map(({ full }) => full),
      [],
      'without row-level security'
    )
    const { rows } = await owner().rawQuery(
      `select schemaname || '.' || tablename as table, qual, with_check, cmd from pg_policies where 'unia_app' = any(roles)`
    )
    const bound = /^\(tenant_id = \( SELECT (core\.)?current_tenant\(\) AS current_tenant\)\)$/
    for (const { full } of tables) {
      const policies = rows.filter((policy: { table: string }) => policy.table === full)
      assert.isNotEmpty(policies, `${full} has no policy for the application`)
      for (const { qual, with_check: check, cmd } of policies) {
        assert.match(qual, bound, `${full} reads`)
        if (cmd !== 'SELECT') assert.match(check, bound, `${full} writes`)
      }
    }
  })

  test('lets nobody but the known roles past a policy without a condition', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select schemaname || '.' || tablename || ' to ' || roles::text as policy from pg_policies
       where qual = 'true' and not roles <@ array['unia_city', 'unia_system', 'unia_ops']::name[]`
    )
    assert.deepEqual(rows, [])
  })

  test('begins its primary and unique keys with the unit', async ({ assert }) => {
    const keys = (await keysOf(await tenantTables())).filter(({ table }) => table !== TRAIL)
    const wrong = keys
      .filter(({ columns }) => columns[0] !== 'tenant_id')
      .map(({ table, columns }) => `${table}(${columns.join(', ')})`)
      .filter((key) => !CITY_WIDE_KEYS.has(key))
    assert.deepEqual(wrong, [])
  })

  test('points at other tenant data only together with the unit', async ({ assert }) => {
    const tables = await tenantTables()
    const tenantData = new Set(tables.map(({ full }) => full))
    const wrong = (await foreignKeysOf(tables))
      .filter(({ target }) => tenantData.has(target))
      .filter(({ columns, targetColumns }) => {
        const at = columns.indexOf('tenant_id')
        return at < 0 || targetColumns[at] !== 'tenant_id'
      })
      .map(({ table, name }) => `${table} ${name}`)
    assert.deepEqual(wrong, [])
  })

  test('shows the application nothing of another unit, and nothing where no unit is bound', async ({
    assert,
  }) => {
    const [school, other] = await twoUnits()
    db.manager.connect('app')
    const unbound = db.getRawConnection('app')!.connection!.client!
    for (const { full } of await tenantTables()) {
      const readable = await owner().rawQuery(`select has_table_privilege('unia_app', ?, 'select') as may`, [
        full,
      ])
      if (!readable.rows[0].may) continue
      await inTenant(school.id, async () => {
        const { rows } = await db.rawQuery(
          `select count(*)::integer as n from ${full} where tenant_id <> ?`,
          [school.id]
        )
        assert.equal(rows[0].n, 0, `${full} shows rows of other units`)
      })
      const { rows } = await unbound.raw(`select count(*)::integer as n from ${full}`)
      assert.equal(rows[0].n, 0, `${full} shows rows where no unit is bound`)
    }
    assert.notEqual(school.id, other.id)
  })

  test('refuses rows that the application writes for another unit', async ({ assert }) => {
    const [school, other] = await twoUnits()
    for (const { full } of await tenantTables()) {
      const { rows } = await owner().rawQuery(`select has_table_privilege('unia_app', ?, 'insert') as may`, [
        full,
      ])
      if (!rows[0].may) continue
      const error = await inTenant(school.id, async () => {
        await db.rawQuery(`insert into ${full} (tenant_id) values (?)`, [other.id])
      }).catch((refused: { code?: string }) => refused)
      assert.equal((error as { code?: string })?.code, '42501', `${full} let a row of another unit in`)
    }
  })

  test('changes and deletes nothing of another unit, though the statement names its rows', async ({
    assert,
  }) => {
    const [school, other] = await twoUnits()
    for (const { full } of await tenantTables()) {
      const { rows } = await owner().rawQuery(
        `select has_table_privilege('unia_app', ?, 'update') as update, has_table_privilege('unia_app', ?, 'delete') as delete`,
        [full, full]
      )
      await inTenant(school.id, async () => {
        if (rows[0].delete) {
          const { rowCount } = await db.rawQuery(`delete from ${full} where tenant_id = ?`, [other.id])
          assert.equal(rowCount, 0, full)
        }
        if (rows[0].update) {
          const { rowCount } = await db.rawQuery(
            `update ${full} set tenant_id = tenant_id where tenant_id = ?`,
            [other.id]
          )
          assert.equal(rowCount, 0, full)
        }
      })
    }
  })
})

test.group('Ways round row-level security', () => {
  test('views run with the rights of who asks', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select n.nspname || '.' || c.relname as view from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
         and not coalesce('security_invoker=true' = any(c.reloptions), false)
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`
    )
    assert.deepEqual(rows, [])
  })

  test('no materialised view keeps a copy that the application could read', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select oid::regclass::text from pg_class where relkind = 'm' and has_table_privilege('unia_app', oid, 'select')`
    )
    assert.deepEqual(rows, [])
  })

  test("only the functions read with care run with their owner's rights, on a path of their own", async ({
    assert,
  }) => {
    const { rows } = await owner().rawQuery(
      `select n.nspname || '.' || p.proname as name, p.proconfig::text as config from pg_proc p
       join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`
    )
    assert.deepEqual(
      rows.map(({ name }: { name: string }) => name),
      TRUSTED_FUNCTIONS
    )
    for (const { name, config } of rows) assert.match(config ?? '', /search_path/, name)
  })

  test('no role the processes use is a superuser, bypasses policies, or owns a table', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select rolname from pg_roles r where rolname in ('unia_app', 'unia_city', 'unia_system', 'unia_ops')
         and (rolsuper or rolbypassrls or rolcreaterole
           or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname <> 'pgboss'))`
    )
    assert.deepEqual(rows, [])
  })

  test('partitions cannot be read past the policy of their parent', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select c.oid::regclass::text as partition from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
       where c.relispartition and c.relkind in ('r', 'p') and not c.relrowsecurity
         and (has_table_privilege('unia_app', c.oid, 'select') or has_table_privilege('unia_app', c.oid, 'insert'))`
    )
    assert.deepEqual(rows, [])
  })
})
