import db from '@adonisjs/lucid/services/db'
import type { ScopeOptions } from './scope.ts'
import type { TenantDatabase } from './tenant_database.ts'

const database = () => db as unknown as TenantDatabase

/**
 * The only way in for jobs, commands, imports and listeners: runs `work` in one transaction bound to the tenant.
 * A throw rolls back.
 */
export const inTenant = <T>(
  tenantId: number,
  work: () => Promise<T>,
  options: ScopeOptions = {}
): Promise<T> => database().inTenant(tenantId, options, work)

/** Reads across all tenants as the city's reader; writing is refused by the database. */
export const inCity = <T>(work: () => Promise<T>, options: ScopeOptions = {}): Promise<T> =>
  database().inCity(options, work)

/** Client of the system role: accounts, sessions, outbox, jobs. Sees no tenant data. */
export const systemClient = () => database().connection('system')

/**
 * An expected conflict (unique key, check) inside a savepoint, so that the request's transaction survives it.
 * Returns the error instead of throwing when its SQLSTATE is among `expected`.
 */
export async function attempt<T>(
  work: () => Promise<T>,
  expected: string[] = ['23505']
): Promise<{ ok: true; value: T } | { ok: false; code: string; constraint: string | null }> {
  const client = db.connection()
  const savepoint = await client.transaction()
  try {
    const value = await work()
    await savepoint.commit()
    return { ok: true, value }
  } catch (error) {
    await savepoint.rollback()
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code && expected.includes(code)) return { ok: false, code, constraint: constraint ?? null }
    throw error
  }
}
