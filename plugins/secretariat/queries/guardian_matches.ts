import db from '@adonisjs/lucid/services/db'
import { people } from '@unia/platform/people'
import { checkPesel, checkPhone } from '@unia/platform/values'

export interface Typed {
  surname?: string | null
  givenNames?: string | null
  phone?: string | null
  email?: string | null
  pesel?: string | null
}

export interface GuardianMatch {
  /** Guardian in this unit; `city`: a person whom another unit knows by the same names and contact. */
  id: string
  surname: string
  givenNames: string
  by: 'pesel' | 'email' | 'phone' | 'city'
  /** Names of the children here. */
  children: string[]
}

/** Who this might already be: guardians of this unit with the same PESEL, e-mail or phone, then the city's people. */
export async function guardianMatches(typed: Typed): Promise<GuardianMatch[]> {
  const phone = typed.phone ? checkPhone(typed.phone) : null
  const keys = {
    phone: phone?.ok ? phone.value : null,
    email: typed.email?.trim().toLowerCase() || null,
    personId: await personOf(typed.pesel),
  }
  if (!keys.phone && !keys.email && !keys.personId) return []
  const here = await matchesHere(keys)
  if (here.length) return here
  const elsewhere = await personElsewhere({ ...typed, phone: keys.phone, email: keys.email })
  if (!elsewhere) return []
  const names = { surname: typed.surname ?? '', givenNames: typed.givenNames ?? '' }
  return [{ id: 'city', ...names, by: 'city', children: [] }]
}

/** The one person of other units with these names and this contact; null for none and for several. */
export async function personElsewhere({ surname, givenNames, phone, email }: Typed): Promise<string | null> {
  if (!surname || !givenNames || (!phone && !email)) return null
  const { rows } = await db.rawQuery<{ rows: { id: string | null }[] }>(
    'select secretariat.guardian_elsewhere(?, ?, ?, ?) as id',
    [surname, givenNames, phone ?? null, email ?? null] as string[]
  )
  return rows[0]!.id
}

const personOf = async (pesel: string | null | undefined): Promise<string | null> => {
  const checked = pesel ? checkPesel(pesel) : null
  return checked?.ok ? people.byPesel(checked.value.number) : null
}

async function matchesHere(keys: { phone: string | null; email: string | null; personId: string | null }) {
  const { rows } = await db.rawQuery<{ rows: GuardianMatch[] }>(
    `select g.id, g.surname, g.given_names as "givenNames",
       case when g.person_id = :person::uuid then 'pesel' when lower(g.email) = :email then 'email' else 'phone' end as by,
       coalesce((select json_agg(p.given_names || ' ' || p.surname order by p.surname, p.given_names)
         from secretariat_guardian_links l
         join secretariat_pupils p on p.tenant_id = l.tenant_id and p.id = l.pupil_id
         where l.tenant_id = g.tenant_id and l.guardian_id = g.id), '[]') as children
     from secretariat_guardians g
     where g.person_id = :person::uuid or g.phone = :phone or lower(g.email) = :email
     order by (g.person_id = :person::uuid) desc nulls last, g.surname, g.given_names limit 5`,
    { person: keys.personId, phone: keys.phone, email: keys.email } as Record<string, string>
  )
  return rows
}
