import type { Client } from 'pg'
import { peselHash } from '../../../app/identity/pesel_hash.ts'
import { seal } from '../../../app/identity/secret_box.ts'
import type { DemoPerson } from '../index.ts'
import { copyRows } from './copy.ts'
import { uuidv7 } from './ids.ts'

/** Which demo person has which id; somebody with children in two units is one person. */
export class People {
  #byHash = new Map<string, string>()

  async remember(client: Client) {
    const { rows } = await client.query(
      `select id, pesel_hash from core.identity_people where pesel_hash is not null`
    )
    for (const row of rows) this.#byHash.set(row.pesel_hash, row.id)
  }

  idOf(person: DemoPerson): string {
    const id = this.#byHash.get(peselHash(person.pesel))
    if (!id) throw new Error(`E_DEMO_PERSON: ${person.key} was not loaded`)
    return id
  }

  /** Gives ids to those who have none yet and returns them. */
  admit(people: DemoPerson[]): { id: string; hash: string; person: DemoPerson }[] {
    const fresh = []
    for (const person of people) {
      const hash = peselHash(person.pesel)
      if (this.#byHash.has(hash)) continue
      const id = uuidv7()
      this.#byHash.set(hash, id)
      fresh.push({ id, hash, person })
    }
    return fresh
  }
}

export async function loadPeople(client: Client, people: People, persons: DemoPerson[], source: string) {
  const rows = people
    .admit(persons)
    .map(({ id, hash, person }) => [
      ...[id, person.givenName, person.surname, person.birthDate],
      ...[seal(person.pesel, `pesel:${id}`), hash, source],
    ])
  const columns = ['id', 'given_names', 'surname', 'birth_date', 'pesel_cipher', 'pesel_hash', 'source']
  await copyRows(client, 'core.identity_people', columns, rows)
}
