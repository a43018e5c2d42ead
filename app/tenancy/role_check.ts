import type { TenantDatabase } from './tenant_database.ts'

/** Refuses to start as a role that row-level security does not hold: superuser, BYPASSRLS, or owner of the tables. */
export async function refusePowerfulRoles(db: TenantDatabase): Promise<void> {
  for (const name of ['app', 'city', 'system']) {
    // The primary connection is only reachable inside a scope, hence the raw manager.
    db.manager.connect(name)
    const knex = db.getRawConnection(name)!.connection!.client!
    const { rows } = await knex.raw(
      `select current_user as role, rolsuper or rolbypassrls as powerful,
              exists (select 1 from pg_class where relowner = r.oid and relname = 'tenancy_units') as owner
       from pg_roles r where rolname = current_user`
    )
    const [{ role, powerful, owner }] = rows
    if (powerful || owner) {
      throw new Error(
        `E_POWERFUL_ROLE: connection "${name}" uses role "${role}", which bypasses row-level security`
      )
    }
  }
}
