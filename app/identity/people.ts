import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { currentScope } from '../tenancy/scope.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { onRecord } from './on_record.ts'
import { peselHash } from './pesel_hash.ts'
import { open, seal } from './secret_box.ts'

export interface NewPerson {
  givenNames: string
  surname: string
  /** Day without zone, `2016-05-04`. */
  birthDate: string | null
  pesel: string | null
  source: 'secretariat' | 'hr' | 'manual'
}

export interface Person {
  id: string
  givenNames: string
  surname: string
  birthDate: string | null
}

/**
 * The city's register of people. A person with the same PESEL is the same person, whoever typed it; names written by
 * another unit stay as they are.
 */
class People {
  /** Finds by PESEL or creates; returns the person's id. Not part of the tenant's transaction. */
  async ensure(person: NewPerson): Promise<string> {
    const hash = person.pesel ? peselHash(person.pesel) : null
    const known = hash ? await this.byPesel(person.pesel!) : null
    if (known) return keepPresence(known)
    return onRecord(async (trx) => {
      const { rows } = await trx.rawQuery<{ rows: { id: string }[] }>(
        `insert into core.identity_people (given_names, surname, birth_date, pesel_hash, source) values (?, ?, ?, ?, ?)
         on conflict (pesel_hash) do update set pesel_hash = excluded.pesel_hash returning id`,
        [person.givenNames, person.surname, person.birthDate, hash, person.source] as string[]
      )
      const id = rows[0]!.id
      if (person.pesel) await keepPesel(trx, id, person.pesel)
      return id
    }).then(keepPresence)
  }

  async byPesel(pesel: string): Promise<string | null> {
    const row = await systemClient()
      .from('identity_people')
      .where('pesel_hash', peselHash(pesel))
      .select('id')
      .first()
    return row?.id ?? null
  }

  async byIds(ids: string[]): Promise<Map<string, Person>> {
    if (ids.length === 0) return new Map()
    const rows = await systemClient()
      .from('identity_people')
      .whereIn('id', ids)
      .select('id', 'given_names as givenNames', 'surname', 'birth_date as birthDate')
    return new Map(rows.map((row) => [row.id as string, row as Person]))
  }

  /** Active accounts of these people, by person; who has none is absent. */
  async accountsOf(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map()
    const rows = await systemClient()
      .from('identity_accounts')
      .whereIn('person_id', ids)
      .where('state', 'active')
      .select('id', 'person_id')
    return new Map(rows.map((row) => [row.person_id as string, row.id as string]))
  }

  /**
   * Corrects names and birth date, and the PESEL when it is given; refused when another person has that number. Whoever
   * works in the city's education or belongs to another unit too keeps what the register says: who knows a PESEL must
   * not rename its owner.
   */
  async correct(id: string, person: Omit<NewPerson, 'source'>): Promise<'ok' | 'pesel_taken'> {
    const owner = person.pesel ? await this.byPesel(person.pesel) : null
    if (owner && owner !== id) return 'pesel_taken'
    if (await isOthersToo(id)) return person.pesel && !owner ? 'pesel_taken' : 'ok'
    await onRecord(async (trx) => {
      await trx.from('core.identity_people').where('id', id).update({
        given_names: person.givenNames,
        surname: person.surname,
        birth_date: person.birthDate,
        updated_at: new Date(),
      })
      if (person.pesel && !owner) await keepPesel(trx, id, person.pesel)
    })
    return 'ok'
  }

  /** The number in clear; the caller must have checked the permission and logs the reading. */
  async peselOf(id: string): Promise<string | null> {
    const row = await systemClient().from('identity_people').where('id', id).select('pesel_cipher').first()
    return row?.pesel_cipher ? open(row.pesel_cipher, `pesel:${id}`) : null
  }
}

const keepPesel = (trx: TransactionClientContract, id: string, pesel: string) =>
  trx
    .from('core.identity_people')
    .where('id', id)
    .update({ pesel_cipher: seal(pesel, `pesel:${id}`), pesel_hash: peselHash(pesel) })

/** Remembers that this unit keeps records about the person. */
async function keepPresence(id: string): Promise<string> {
  const tenantId = currentScope()?.tenantId
  if (tenantId)
    await systemClient().rawQuery(
      `insert into core.identity_presences (person_id, known_in) values (?, ?) on conflict do nothing`,
      [id, tenantId] as never
    )
  return id
}

/** Whether the person holds a role here that is no family's, or any role elsewhere. */
async function isOthersToo(id: string): Promise<boolean> {
  const { rows } = await systemClient().rawQuery(
    `select from core.identity_memberships where person_id = ? and (tenant_id is distinct from ? or role not in ('pupil', 'guardian'))
     and coalesce(valid_to, 'infinity') >= (now() at time zone 'Europe/Warsaw')::date limit 1`,
    [id, currentScope()?.tenantId ?? null] as string[]
  )
  return rows.length > 0
}

export const people = new People()
