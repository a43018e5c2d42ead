import db from '@adonisjs/lucid/services/db'

/** How many pupils are enrolled now, and how many of them still have no PESEL. */
export async function pupilFigures(): Promise<{ pupils: number; withoutPesel: number }> {
  const { rows } = await db.rawQuery<{ rows: { pupils: number; without: number }[] }>(
    `select count(*)::integer as pupils, (count(*) filter (where not p.has_pesel))::integer as without
     from secretariat_pupils p
     where exists (select from secretariat_enrolments e
       where e.tenant_id = p.tenant_id and e.pupil_id = p.id and e.status <> 'ended')`
  )
  return { pupils: rows[0]!.pupils, withoutPesel: rows[0]!.without }
}
