import { addDays, type Day } from '../../app/values/days.ts'
import { composePesel, type Sex } from '../../app/values/pesel.ts'

/** Serials per unit and birthday: 166 units share the ten thousand. */
const width = 60

/**
 * Gives out PESEL numbers that no other unit gives out: each unit has a block of serials of its own, so that units can
 * be generated in any order, or at the same time.
 */
export class PeselIssuer {
  #given = new Map<string, number>()

  constructor(private block: number) {
    if (block < 0 || (block + 1) * width > 10_000) throw new Error('E_TOO_MANY_UNITS: no PESEL block left')
  }

  /** The birth date moves by a day in the unlikely case that its serials are used up. */
  issue(wanted: Day, sex: Sex): { birthDate: Day; pesel: string } {
    for (let birthDate = wanted; ; birthDate = addDays(birthDate, 1)) {
      const used = this.#given.get(birthDate + sex) ?? 0
      if (used === width / 2) continue
      this.#given.set(birthDate + sex, used + 1)
      const serial = this.block * width + ((used * 7) % (width / 2)) * 2 + (sex === 'M' ? 1 : 0)
      return { birthDate, pesel: composePesel(birthDate, serial) }
    }
  }
}
