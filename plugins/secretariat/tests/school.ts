import { randomUUID } from 'node:crypto'
import { owner } from '@unia/platform/testing'
import type { Visitor } from '@unia/platform/testing'
import { schoolYearOf, warsawDay } from '@unia/platform/values'

interface Unit {
  id: number
  slug: string
}

/** A class of this year, written past the pages. */
export async function section(unit: Unit, gradeLevel: number, symbol: string): Promise<string> {
  const { id: unitId } = await owner().from('core.tenancy_units').where('tenant_id', unit.id).firstOrFail()
  const [row] = await owner()
    .table('secretariat.secretariat_sections')
    .insert({
      ...{ tenant_id: unit.id, unit_id: unitId, school_year: schoolYearOf(warsawDay()) },
      ...{ grade_level: gradeLevel, symbol, name: `${gradeLevel}${symbol}` },
    })
    .returning('id')
  return row.id ?? row
}

/** Makes a person the tutor of a section. */
export async function tutorOf(sectionId: string, personId: string): Promise<void> {
  await owner().from('secretariat.secretariat_sections').where('id', sectionId).update({ tutor_id: personId })
}

/** What a secretary types; each call is another pupil without PESEL. */
export const admission = (sectionId: string, typed: object = {}) => ({
  id: randomUUID(),
  ...{ surname: 'Żołądź', givenNames: 'Hanna', birthDate: '2016-05-04', sex: 'f' },
  ...{ sectionId, from: warsawDay() },
  ...typed,
})

/** Admits through the page and returns the pupil's id. */
export async function admitted(
  secretary: Visitor,
  unit: Unit,
  sectionId: string,
  typed: object = {}
): Promise<string> {
  const form = admission(sectionId, typed)
  const { location, text } = await secretary.post(`/${unit.slug}/secretariat/pupils`, form)
  if (!location?.endsWith(form.id)) throw new Error(`E_NOT_ADMITTED: ${location} ${text.slice(0, 300)}`)
  return form.id
}

/** Errors of the form, by field, as the page shows them after it was sent back. */
export async function errorsOf(visitor: Visitor, path: string): Promise<Record<string, string>> {
  const { props } = await visitor.get(path)
  return (props.errors ?? {}) as Record<string, string>
}
