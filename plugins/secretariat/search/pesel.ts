import type { Asker, SearchHit } from '@unia/platform/search'
import { personAsked } from '#secretariat/queries/pupil_list'
import { hits } from '#secretariat/search/pupils'

/** The pupil behind a whole PESEL; only for those who may know it. */
export default async function findByPesel(q: string, limit: number, asker: Asker): Promise<SearchHit[]> {
  const personId = await personAsked(q)
  return personId ? hits(q, personId, limit, asker) : []
}
