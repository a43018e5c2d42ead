import { owner } from '../../app/testing/index.ts'

export interface TenantTable {
  schema: string
  name: string
  /** `schema.name` */
  full: string
  rls: boolean
}

/** Every table of tenant data, as the catalogue knows them; partitions stand for their parent. */
export async function tenantTables(): Promise<TenantTable[]> {
  const { rows } = await owner().rawQuery(
    `select n.nspname as schema, c.relname as name, n.nspname || '.' || c.relname as full, c.relrowsecurity as rls
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
     order by 1, 2`
  )
  return rows
}

export interface Key {
  table: string
  name: string
  kind: 'primary' | 'unique'
  columns: string[]
}

/** Primary and unique keys, unique indexes included; an expression counts as a column called `(expression)`. */
export async function keysOf(tables: TenantTable[]): Promise<Key[]> {
  const { rows } = await owner().rawQuery(
    `select i.indrelid::regclass::text as table_name, ic.relname as name, i.indisprimary,
            array(select coalesce(a.attname, '(expression)')::text from unnest(i.indkey::int[]) with ordinality k(n, at)
                  left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n and k.n > 0
                  where k.at <= i.indnkeyatts order by k.at) as columns,
            n.nspname || '.' || c.relname as full
     from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
     join pg_namespace n on n.oid = c.relnamespace
     where i.indisunique and n.nspname || '.' || c.relname = any(?)`,
    [tables.map(({ full }) => full)]
  )
  return rows.map((row: { full: string; name: string; indisprimary: boolean; columns: string[] }) => ({
    table: row.full,
    name: row.name,
    kind: row.indisprimary ? 'primary' : 'unique',
    columns: row.columns,
  }))
}

export interface ForeignKey {
  table: string
  name: string
  columns: string[]
  target: string
  targetColumns: string[]
}

export async function foreignKeysOf(tables: TenantTable[]): Promise<ForeignKey[]> {
  const { rows } = await owner().rawQuery(
    `select n.nspname || '.' || c.relname as table, f.conname as name, tn.nspname || '.' || t.relname as target,
            array(select a.attname::text from unnest(f.conkey) with ordinality k(n, at)
                  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.n order by k.at) as columns,
            array(select a.attname::text from unnest(f.confkey) with ordinality k(n, at)
                  join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.n order by k.at) as "targetColumns"
     from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where f.contype = 'f' and n.nspname || '.' || c.relname = any(?)`,
    [tables.map(({ full }) => full)]
  )
  return rows
}
