import db from '@adonisjs/lucid/services/db'
import { people } from '@unia/platform/people'

export interface Sender {
  name: string
  patron: string | null
  street: string | null
  postal_code: string | null
  city: string | null
  director: string | null
}

/** What stands above and below a letter of the unit. */
export async function senderOf(unitId: string): Promise<Sender> {
  const { rows } = await db.rawQuery<{ rows: (Omit<Sender, 'director'> & { director_id: string | null })[] }>(
    `select u.name, u.patron, u.street, u.postal_code, u.city,
       (select m.person_id from identity_memberships m where m.role = 'director' and now()::date
         between m.valid_from and coalesce(m.valid_to, 'infinity') order by m.valid_from desc limit 1) as director_id
     from tenancy_units u where u.id = ?`,
    [unitId]
  )
  const { director_id, ...unit } = rows[0]!
  const director = director_id ? (await people.byIds([director_id])).get(director_id) : null
  return { ...unit, director: director ? `${director.givenNames} ${director.surname}` : null }
}
