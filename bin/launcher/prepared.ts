import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { stampOf } from './stamp.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Everything the content of a freshly prepared database depends on. */
const SOURCES = [
  'database/**/*.ts',
  'tenants/**/*',
  'commands/*.ts',
  'config/{database,plugins}.ts',
  'app/{database,tenancy,plugins,values}/**/*.ts',
  '{plugins/*,ops-console}/*.ts',
  '{plugins/*,ops-console}/{migrations,inventory,parameters,domain}/**/*',
  'package-lock.json',
]

/** Names what `unia:prepare` would work from; null when that cannot be told, as with plugins from elsewhere. */
export function contentStamp(demo: boolean, env: NodeJS.ProcessEnv): string | null {
  if (env.UNIA_PLUGINS) return null
  // Unit files may take device communities from the environment; only a hash of them is kept.
  const values = namedVariables().map((name) => `${name}=${env[name] ?? ''}`)
  const parts = [stampOf(ROOT, SOURCES), demo ? (env.DEMO_SCALE ?? 'demo') : 'real', ...values]
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

function namedVariables(): string[] {
  const texts = globSync('tenants/**/*.ts', { cwd: ROOT }).map((file) =>
    readFileSync(join(ROOT, file), 'utf8')
  )
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\benv:(\w+)/g)].map(([, name]) => name!))),
  ].sort()
}

/** The stamp lies in the database itself: a restored back-up brings the one that belongs to it. Null when none. */
export async function keptStamp(ownerUrl: string): Promise<string | null> {
  const sql = `select obj_description(to_regnamespace('core'), 'pg_namespace') as stamp`
  const { rows } = await query<{ stamp: string | null }>(ownerUrl, sql)
  return rows[0]!.stamp
}

export async function keepStamp(ownerUrl: string, stamp: string) {
  await query(ownerUrl, `comment on schema core is ${pg.escapeLiteral(stamp)}`)
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query<Row>(sql)
  } finally {
    await client.end()
  }
}
