import db from '@adonisjs/lucid/services/db'

/** What the classes and groups are called that pupils are in on a day, by pupil; who is in none is absent. */
export async function sectionNamesOf(pupilIds: string[], day: string): Promise<Map<string, string>> {
  const rows = await db
    .from('secretariat_section_memberships as m')
    .joinRaw('join secretariat_sections s on s.tenant_id = m.tenant_id and s.id = m.section_id')
    .whereIn('m.pupil_id', pupilIds)
    .whereRaw(`?::date between m.valid_from and coalesce(m.valid_to, 'infinity')`, [day])
    .groupBy('m.pupil_id')
    .select('m.pupil_id as pupil', db.raw(`string_agg(s.name, ', ' order by s.name) as names`))
  return new Map(rows.map(({ pupil, names }) => [pupil as string, names as string]))
}
