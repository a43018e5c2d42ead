import db from '@adonisjs/lucid/services/db'
import { isPosition, type EmploymentFact } from '#users/domain/positions'
import { deriveEmployee } from '#users/models/deriving'
import { employmentById } from '#users/queries/employments'

/** Writes somebody on the staff list; the role follows in the same transaction. */
export async function employ({ personId, position, from, to }: EmploymentFact): Promise<string> {
  const [row] = await db
    .table('users_employments')
    .insert({ person_id: personId, position, valid_from: from, valid_to: to })
    .returning('id')
  const id = (row.id ?? row) as string
  await deriveEmployee(id)
  return id
}

export type Change = 'changed' | 'not_found' | 'from_hr' | 'backwards'

/** Changes post or last day; what the staff register says is changed there only. */
export async function changeEmployment(
  id: string,
  { position, to }: Pick<EmploymentFact, 'position' | 'to'>
): Promise<Change> {
  const known = await employmentById(id)
  if (!known) return 'not_found'
  if (known.source === 'hr') return 'from_hr'
  if (to !== null && to < known.from) return 'backwards'
  await db
    .from('users_employments')
    .where('id', id)
    .update({ position, valid_to: to, updated_at: new Date() })
  await deriveEmployee(id)
  return 'changed'
}

export interface HrEmployment {
  employmentId: string
  personId: string
  from?: string | null
  to?: string | null
  terms?: object
}

/** What the staff register says takes the place of the list, by the id of the employment there. */
export async function hearOfEmployment(news: HrEmployment, ended: boolean): Promise<void> {
  const said = (news.terms ?? {}) as { position?: unknown; to?: string | null }
  const known = await employmentById(news.employmentId)
  const position = isPosition(said.position) ? said.position : (known?.position ?? 'employee')
  const from = (ended ? known?.from : news.from) ?? known?.from ?? news.from
  if (!from) return
  const to = news.to ?? said.to ?? (ended ? (news.from ?? null) : null)
  await db
    .table('users_employments')
    .insert({
      ...{ id: news.employmentId, person_id: news.personId, position },
      ...{ valid_from: from, valid_to: to, source: 'hr' },
    })
    .onConflict(['tenant_id', 'id'])
    .merge({ person_id: news.personId, position, valid_from: from, valid_to: to, source: 'hr' })
  await deriveEmployee(news.employmentId)
}
