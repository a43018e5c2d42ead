import db from '@adonisjs/lucid/services/db'
import { people } from '@unia/platform/people'
import { warsawDay } from '@unia/platform/values'
import { citation } from '#users/domain/authorised'

export interface AuthorisationRow {
  id: string
  citation: string
  name: string
  role: string
  from: string
  to: string | null
  inForce: boolean
}

interface Stored {
  id: string
  year: number
  number: number
  person_id: string
  role: string
  valid_from: string
  valid_to: string | null
}

/** The register, the latest first; with `onlyInForce` those that count today. */
export async function authorisationRegister(onlyInForce: boolean): Promise<AuthorisationRow[]> {
  const rows = (await db
    .from('users_authorisations')
    .if(
      onlyInForce,
      (query) => void query.whereRaw(`coalesce(valid_to, 'infinity') >= ?::date`, [warsawDay()])
    )
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')) as Stored[]
  return described(rows)
}

export async function authorisationById(id: string): Promise<AuthorisationRow | null> {
  const row = (await db.from('users_authorisations').where('id', id).first()) as Stored | undefined
  return row ? (await described([row]))[0]! : null
}

async function described(rows: Stored[]): Promise<AuthorisationRow[]> {
  const names = await people.byIds(rows.map(({ person_id }) => person_id))
  const today = warsawDay()
  return rows.map((row) => {
    const person = names.get(row.person_id)
    return {
      ...{ id: row.id, citation: citation(row), role: row.role, from: row.valid_from, to: row.valid_to },
      name: person ? `${person.surname} ${person.givenNames}` : '',
      inForce: row.valid_from <= today && (row.valid_to === null || row.valid_to >= today),
    }
  })
}
