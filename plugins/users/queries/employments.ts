import db from '@adonisjs/lucid/services/db'
import type { EmploymentFact } from '#users/domain/positions'

export interface Employment extends EmploymentFact {
  id: string
  source: 'list' | 'hr'
}

const employments = () =>
  db
    .from('users_employments')
    .select('id', 'person_id as personId', 'position', 'source')
    .select('valid_from as from', 'valid_to as to')

export const employmentById = async (id: string): Promise<Employment | null> =>
  ((await employments().where('id', id).first()) as Employment | undefined) ?? null

/** All that were or are, the latest first. */
export const allEmployments = async (): Promise<Employment[]> =>
  (await employments().orderBy('valid_from', 'desc').orderBy('id')) as Employment[]
