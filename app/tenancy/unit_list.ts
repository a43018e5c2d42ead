import db from '@adonisjs/lucid/services/db'
import type { ListQuery } from '../http/paging.ts'

export interface UnitListRow {
  slug: string
  tenant_slug: string
  name: string
  short_name: string
  kind: string
  district: string | null
  street: string | null
  status: string
  verified: { record?: boolean; unverified?: string[] }
  pupils_estimate: number | null
  plugins_on: number
  plugins_granted: number
}

export const UNIT_FILTERS = ['kind', 'district', 'status']
export const UNIT_SORTS: [string, ...string[]] = ['name', 'kind', 'district', 'status', 'pupils', 'plugins']

const SORT_SQL: Record<string, string> = {
  name: 'u.short_name',
  kind: 'u.kind',
  district: 'u.district',
  status: 'u.status',
  pupils: 'u.pupils_estimate',
  plugins: 'plugins_on',
}

/** Units of all tenants; runs in the city's scope. */
export function unitsQuery({ q, filters }: Pick<ListQuery, 'q' | 'filters'>) {
  const query = db
    .from('tenancy_units as u')
    .join('tenancy_tenants as t', 't.id', 'u.tenant_id')
    .where('t.kind', '<>', 'city_office')
  for (const field of UNIT_FILTERS) if (filters[field]) void query.where(`u.${field}`, filters[field])
  for (const word of q.split(/\s+/).filter(Boolean)) {
    void query.whereRaw(
      `core.fold(u.name || ' ' || u.short_name || ' ' || u.slug) like '%' || core.fold(?) || '%'`,
      [word.replaceAll(/[%_\\]/g, '')]
    )
  }
  return query
}

export async function unitRows(list: ListQuery, limit: number | null): Promise<UnitListRow[]> {
  const query = unitsQuery(list)
    .select('u.slug', 't.slug as tenant_slug', 'u.name', 'u.short_name', 'u.kind', 'u.district', 'u.street')
    .select('u.status', 'u.verified', 'u.pupils_estimate')
    .select(
      db.raw(`cardinality(t.entitled) as plugins_granted`),
      db.raw(
        `(select count(*)::integer from plugins_activations a
          where a.tenant_id = t.id and a.state = 'enabled' and a.plugin_id = any(t.entitled)) as plugins_on`
      )
    )
    .orderByRaw(`${SORT_SQL[list.sort.by]!} ${list.sort.direction} nulls last, u.slug`)
  if (limit !== null) void query.limit(limit).offset(list.offset)
  return query as unknown as Promise<UnitListRow[]>
}

/** Districts met among the units, for the filter's list. */
export async function districts(): Promise<string[]> {
  const rows = await db
    .from('tenancy_units')
    .whereNotNull('district')
    .distinct('district')
    .orderBy('district')
  return rows.map((row) => row.district as string)
}
