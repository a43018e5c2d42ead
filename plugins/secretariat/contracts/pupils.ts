import db from '@adonisjs/lucid/services/db'
import { warsawDay } from '@unia/platform/values'
import type { ChildDto, EnrolmentDto, GuardianDto, PupilDto, Pupils } from '#secretariat/contract'
import { childrenOf } from '#secretariat/queries/children'
import { named } from '#secretariat/queries/pupil_list'

const MOST = 100

export default class PupilsOfUnit implements Pupils {
  async byIds(ids: string[]): Promise<Map<string, PupilDto>> {
    const rows = await pupils().whereIn('p.id', ids)
    return new Map(rows.map((row) => [row.id, row as PupilDto]))
  }

  async search(text: string, limit = 20): Promise<PupilDto[]> {
    const found = pupils().limit(Math.min(limit, MOST))
    return named(text).reduce((query, [sql, bindings]) => query.whereRaw(sql, bindings as string[]), found)
  }

  async enrolledOn(day: string): Promise<PupilDto[]> {
    return pupils().whereRaw(
      `exists (select from secretariat_enrolments e where e.tenant_id = p.tenant_id and e.pupil_id = p.id
         and e.status <> 'admitted' and ?::date between e.valid_from and coalesce(e.valid_to, 'infinity'))`,
      [day]
    )
  }

  async enrolmentsOf(pupilIds: string[]): Promise<Map<string, EnrolmentDto[]>> {
    const rows = (await db
      .from('secretariat_enrolments')
      .whereIn('pupil_id', pupilIds)
      .select('id', 'pupil_id as pupilId', 'unit_id as unitId', 'status', 'valid_from as from')
      .select('valid_to as to', 'book_number as bookNumber')
      .orderByRaw('valid_from, book_number')) as EnrolmentDto[]
    return byPupil(pupilIds, rows)
  }

  async guardiansOf(pupilIds: string[], day = warsawDay()): Promise<Map<string, GuardianDto[]>> {
    if (pupilIds.length === 0) return new Map()
    const { rows } = await db.rawQuery<{ rows: (GuardianDto & { pupilId: string })[] }>(
      `select l.pupil_id as "pupilId", g.id as "guardianId", g.person_id as "personId", g.surname,
         g.given_names as "givenNames", l.kinship, g.phone, g.email, l.may_read_register as "mayReadRegister",
         l.may_excuse as "mayExcuse", l.may_collect as "mayCollect", l.legal_representative as "legalRepresentative",
         l.may_see_address as "maySeeAddress"
       from guardian_links_on(?::date) l
       join secretariat_guardians g on g.tenant_id = l.tenant_id and g.id = l.guardian_id
       where l.pupil_id = any(?::uuid[]) order by l.contact_order, g.surname`,
      [day, pupilIds]
    )
    const found = byPupil(pupilIds, rows)
    return new Map(
      pupilIds.map((id) => [id, (found.get(id) ?? []).map(({ pupilId: _, ...guardian }) => guardian)])
    )
  }

  async childrenOf(personId: string, day = warsawDay()): Promise<ChildDto[]> {
    return childrenOf(personId, day)
  }
}

/** Every pupil asked for has an entry, be it empty. */
const byPupil = <Row extends { pupilId: string }>(ids: string[], rows: Row[]): Map<string, Row[]> => {
  const found = Map.groupBy(rows, (row) => row.pupilId)
  return new Map(ids.map((id) => [id, found.get(id) ?? []]))
}

const pupils = () =>
  db
    .from('secretariat_pupils as p')
    .select('p.id', 'p.person_id as personId', 'p.surname', 'p.given_names as givenNames')
    .orderByRaw('p.surname, p.given_names, p.id')
