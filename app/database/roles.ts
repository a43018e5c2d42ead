import pg from 'pg'
import { roleUrls, type DatabaseUrls } from './connections.ts'
import { ROLES, type Role } from './secrets.ts'
import { createDatabase, ENSURE_UUIDV7, requirePolishOrder, requireServerVersion } from './server_fitness.ts'
import { SetupError } from './setup_error.ts'

const NEEDED_EXTENSIONS = ['pg_trgm', 'btree_gist']
const WELCOME_EXTENSIONS = ['unaccent']

const ROLE_SETTINGS: Record<Role, Record<string, string>> = {
  owner: {},
  app: { statement_timeout: '30s', idle_in_transaction_session_timeout: '60s' },
  city: {
    statement_timeout: '30s',
    idle_in_transaction_session_timeout: '60s',
    default_transaction_read_only: 'on',
  },
  system: { idle_in_transaction_session_timeout: '60s' },
  ops: { idle_in_transaction_session_timeout: '60s' },
}

/**
 * Makes the roles unia_owner, unia_app, unia_city, unia_system and unia_ops (none may bypass row-level security), the
 * database when it is missing, its extensions and rights. May be called on every start. Throws E_ROLES_NOT_PERMITTED
 * with `details.sql`, to be run by an administrator, when the user of `adminUrl` may not do this; E_DATABASE_TOO_OLD
 * and E_DATABASE_COLLATION when the server or the database does not fit.
 */
export async function ensureRoles(
  adminUrl: string,
  database: string,
  passwords: Record<Role, string>
): Promise<DatabaseUrls> {
  try {
    await within(adminUrl, async (client) => {
      await requireServerVersion(client)
      for (const role of ROLES) await ensureRole(client, role, passwords[role])
      await ensureDatabase(client, database)
    })
    await within(databaseUrl(adminUrl, database), async (client) => {
      await requirePolishOrder(client, database)
      await ensureRights(client, database)
    })
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error
    const sql = script(database, passwords)
    throw new SetupError('E_ROLES_NOT_PERMITTED', (error as Error).message, { sql }, { cause: error })
  }
  return roleUrls(adminUrl, passwords, database)
}

/** Checks a server whose roles were made by hand and gives it what the owner may give. */
export async function requireFitness(ownerUrl: string) {
  await within(ownerUrl, async (client) => {
    await requireServerVersion(client)
    await requirePolishOrder(client, client.database ?? '')
    await client.query(ENSURE_UUIDV7)
  })
}

export async function dropDatabase(adminUrl: string, name: string) {
  await within(adminUrl, (client) => client.query(`drop database if exists ${quote(name)} with (force)`))
}

/** Copies a prepared database, connections of the template having been closed; owner and rights are set again. */
export async function cloneDatabase(adminUrl: string, template: string, name: string) {
  await dropDatabase(adminUrl, name)
  await within(adminUrl, async (client) => {
    await client.query(
      `create database ${quote(name)} template ${quote(template)} owner unia_owner strategy file_copy`
    )
  })
  await within(databaseUrl(adminUrl, name), async (client) => {
    for (const statement of databaseRights(name)) await client.query(statement)
  })
}

async function ensureRole(client: pg.Client, role: Role, password: string) {
  const name = `unia_${role}`
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (!rowCount) await client.query(`create role ${name} login noinherit`)
  // The verifier is compared by the server only; setting it anew keeps .data/secrets.json and the cluster in step.
  await client.query(`alter role ${name} login password ${pg.escapeLiteral(password)}`)
  for (const statement of roleSettings(role)) await client.query(statement)
}

const roleSettings = (role: Role) =>
  Object.entries(ROLE_SETTINGS[role]).map(
    ([setting, value]) => `alter role unia_${role} set ${setting} = '${value}'`
  )

async function ensureDatabase(client: pg.Client, name: string) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount) return
  await client.query(createDatabase(quote(name)))
  await client.query(`alter database ${quote(name)} owner to unia_owner`)
}

async function ensureRights(client: pg.Client, database: string) {
  const { rows } = await client.query<{ name: string }>('select name from pg_available_extensions')
  const available = new Set(rows.map((row) => row.name))
  for (const name of [...NEEDED_EXTENSIONS, ...WELCOME_EXTENSIONS.filter((each) => available.has(each))])
    await client.query(`create extension if not exists ${name}`)
  await client.query(ENSURE_UUIDV7)
  for (const statement of databaseRights(database)) await client.query(statement)
}

function databaseRights(database: string): string[] {
  const everyone = ROLES.map((role) => `unia_${role}`).join(', ')
  return [
    `revoke all on database ${quote(database)} from public`,
    `grant connect on database ${quote(database)} to ${everyone}`,
    `grant create, temporary on database ${quote(database)} to unia_owner`,
    `revoke create on schema public from public`,
    `grant usage on schema public to ${everyone}`,
    `grant create on schema public to unia_owner`,
  ]
}

/** The same as `ensureRoles`, for an administrator to run by hand in `database`. */
export function script(database: string, passwords: Record<Role, string>): string {
  const roles = ROLES.flatMap((role) => [
    `create role unia_${role} login noinherit password ${pg.escapeLiteral(passwords[role])}`,
    ...roleSettings(role),
  ])
  const extensions = [...NEEDED_EXTENSIONS, ...WELCOME_EXTENSIONS].map(
    (name) => `create extension if not exists ${name}`
  )
  return [...roles, ...extensions, ENSURE_UUIDV7, ...databaseRights(database)]
    .map((statement) => `${statement};\n`)
    .join('')
}

async function within<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(adminUrl: string, database: string) {
  const url = new URL(adminUrl)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}

const quote = pg.escapeIdentifier
