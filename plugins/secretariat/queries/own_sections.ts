import db from '@adonisjs/lucid/services/db'

/** Sections whose tutor this person is on a day. */
export async function tutoredBy(personId: string, day: string): Promise<string[]> {
  const rows = await db
    .from('secretariat_sections')
    .where('tutor_id', personId)
    .whereRaw(`?::date between make_date(school_year, 9, 1) and make_date(school_year + 1, 8, 31)`, [day])
    .select('id')
  return rows.map(({ id }) => id as string)
}

/** Who says which sections a person teaches; assignments of lessons join here when a plugin gives them. */
const SOURCES = [tutoredBy]

export async function taughtBy(personId: string, day: string): Promise<string[]> {
  const found: string[] = []
  for (const source of SOURCES) found.push(...(await source(personId, day)))
  return [...new Set(found)]
}
