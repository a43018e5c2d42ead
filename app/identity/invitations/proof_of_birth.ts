import { indexHash } from '../secret_box.ts'
import type { Day } from '../../values/days.ts'

/** A day that who holds the code must know, a child's or the person's own birth date; kept as keyed hash only. */
export const birthProof = (day: Day): string => indexHash(day, 'birth-date')
