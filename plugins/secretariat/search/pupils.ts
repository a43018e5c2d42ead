import type { Asker, SearchHit } from '@unia/platform/search'
import { warsawDay } from '@unia/platform/values'
import { pupilPage } from '#secretariat/queries/pupil_list'
import { sightOf } from '#secretariat/queries/sight'

const ORDER = { sort: { by: 'name', direction: 'asc' as const }, offset: 0, filters: {} }

/** Pupils by words of their names. */
export default async function findPupils(q: string, limit: number, asker: Asker): Promise<SearchHit[]> {
  return hits(q, undefined, limit, asker)
}

export async function hits(
  q: string,
  personId: string | undefined,
  limit: number,
  asker: Asker
): Promise<SearchHit[]> {
  const day = warsawDay()
  const { rows } = await pupilPage({ ...ORDER, q, day, personId, sight: await sightOf(asker, day) }, limit)
  return rows.map((row) => ({
    title: `${row.surname} ${row.given_names}`,
    subtitle: row.sections ?? undefined,
    path: `/pupils/${row.id}`,
  }))
}
