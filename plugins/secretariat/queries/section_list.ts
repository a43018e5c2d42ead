import db from '@adonisjs/lucid/services/db'

export interface SectionRow {
  id: string
  name: string
  grade_level: number
  symbol: string
  kind: string
  school_year: number
  unit_id: string
  unit: string
  tutor_id: string | null
  pupils: number
}

/** Sections of a school year with how many pupils belong to them on a day, in the order of levels. */
export async function sectionsOf(schoolYear: number, day: string): Promise<SectionRow[]> {
  return (await counted(day).where('s.school_year', schoolYear)) as SectionRow[]
}

/** One section of any year; null when this unit has none such. */
export async function sectionWithCount(id: string, day: string): Promise<SectionRow | null> {
  return ((await counted(day).where('s.id', id).first()) as SectionRow | undefined) ?? null
}

/** School years that have sections, the newest first. */
export async function sectionYears(): Promise<number[]> {
  const rows = await db.from('secretariat_sections').distinct('school_year').orderBy('school_year', 'desc')
  return rows.map((row) => row.school_year as number)
}

const counted = (day: string) =>
  db
    .from('secretariat_sections as s')
    .joinRaw('join tenancy_units u on u.tenant_id = s.tenant_id and u.id = s.unit_id')
    .select(
      's.id',
      's.name',
      's.grade_level',
      's.symbol',
      's.kind',
      's.school_year',
      's.unit_id',
      's.tutor_id'
    )
    .select('u.short_name as unit')
    .select(
      db.raw(
        `(select count(*)::integer from secretariat_section_memberships m
          where m.tenant_id = s.tenant_id and m.section_id = s.id
          and ?::date between m.valid_from and coalesce(m.valid_to, 'infinity')) as pupils`,
        [day]
      )
    )
    .orderByRaw('u.short_name, s.grade_level, s.symbol')
