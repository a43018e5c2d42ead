import db from '@adonisjs/lucid/services/db'
import type { GuardianDto, PupilDto, Pupils } from '#secretariat/contract'
import { named } from '#secretariat/queries/pupil_list'

const MOST = 100

export default class PupilsOfUnit implements Pupils {
  async byIds(ids: string[]): Promise<Map<string, PupilDto>> {
    const rows = await pupils().whereIn('p.id', ids)
    return new Map(rows.map((row) => [row.id, row as PupilDto]))
  }

  async search(text: string, limit = 20): Promise<PupilDto[]> {
    const found = pupils().limit(Math.min(limit, MOST))
    return named(text).reduce((query, [sql, bindings]) => query.whereRaw(sql, bindings), found)
  }

  async enrolledOn(day: string): Promise<PupilDto[]> {
    return pupils().whereRaw(
      `exists (select from secretariat_enrolments e where e.tenant_id = p.tenant_id and e.pupil_id = p.id
         and e.status <> 'admitted' and ?::date between e.valid_from and coalesce(e.valid_to, 'infinity'))`,
      [day]
    )
  }

  async guardiansOf(pupilIds: string[]): Promise<Map<string, GuardianDto[]>> {
    const rows = (await db
      .from('secretariat_guardian_links as l')
      .joinRaw('join secretariat_guardians g on g.tenant_id = l.tenant_id and g.id = l.guardian_id')
      .whereIn('l.pupil_id', pupilIds)
      .select('l.pupil_id as pupilId', 'g.person_id as personId', 'g.surname', 'g.given_names as givenNames')
      .select('l.kinship', 'g.phone', 'g.email', 'l.may_read_register as mayReadRegister')
      .select('l.may_excuse as mayExcuse', 'l.may_collect as mayCollect')
      .orderByRaw('l.contact_order, g.surname')) as (GuardianDto & { pupilId: string })[]
    const found = Map.groupBy(rows, (row) => row.pupilId)
    return new Map(
      pupilIds.map((id) => [id, (found.get(id) ?? []).map(({ pupilId: _, ...guardian }) => guardian)])
    )
  }
}

const pupils = () =>
  db
    .from('secretariat_pupils as p')
    .select('p.id', 'p.person_id as personId', 'p.surname', 'p.given_names as givenNames')
    .orderByRaw('p.surname, p.given_names, p.id')
