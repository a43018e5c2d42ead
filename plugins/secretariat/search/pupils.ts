import type { SearchHit } from '@unia/platform/search'
import { warsawDay } from '@unia/platform/values'
import { pupilPage } from '#secretariat/queries/pupil_list'

const ORDER = { sort: { by: 'name', direction: 'asc' as const }, offset: 0, filters: {} }

/** Pupils by words of their names. */
export default async function findPupils(q: string, limit: number): Promise<SearchHit[]> {
  return hits(q, undefined, limit)
}

export async function hits(q: string, personId: string | undefined, limit: number): Promise<SearchHit[]> {
  const { rows } = await pupilPage({ ...ORDER, q, day: warsawDay(), personId }, limit)
  return rows.map((row) => ({
    title: `${row.surname} ${row.given_names}`,
    subtitle: row.sections ?? undefined,
    path: `/pupils/${row.id}`,
  }))
}
