import { systemClient } from '../tenancy/tenancy.ts'

/** Names of the people behind accounts, for lists that keep account ids only. Unknown ids are absent. */
export async function accountNames(ids: (string | null | undefined)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  if (wanted.length === 0) return new Map()
  const rows = await systemClient()
    .from('identity_accounts as a')
    .join('identity_people as p', 'p.id', 'a.person_id')
    .whereIn('a.id', wanted)
    .select('a.id', 'p.given_names', 'p.surname')
  return new Map(rows.map((row) => [row.id as string, `${row.given_names} ${row.surname}`]))
}

/** Accounts whose person's name holds every word, letters compared without Polish marks; at most 100. */
export async function accountsByName(text: string): Promise<string[]> {
  const query = systemClient()
    .from('identity_accounts as a')
    .join('identity_people as p', 'p.id', 'a.person_id')
    .select('a.id')
    .limit(100)
  for (const word of text.split(/\s+/).filter(Boolean)) {
    void query.whereRaw(`core.fold(p.given_names || ' ' || p.surname) like '%' || core.fold(?) || '%'`, [
      word.replaceAll(/[%_\\]/g, ''),
    ])
  }
  return (await query).map((row) => row.id as string)
}
