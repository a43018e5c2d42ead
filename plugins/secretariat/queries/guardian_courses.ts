import db from '@adonisjs/lucid/services/db'

export interface CourtNoteRow {
  id: string
  note: string
  reference: string | null
  valid_from: string
  valid_to: string | null
}

/** What courts said about a guardian of a pupil, the newest first. */
export async function courtNotesOf(linkId: string): Promise<CourtNoteRow[]> {
  return (await db
    .from('secretariat_court_notes')
    .where('link_id', linkId)
    .select('id', 'note', 'reference', 'valid_from', 'valid_to')
    .orderBy('valid_from', 'desc')) as CourtNoteRow[]
}

export interface RightsRow {
  id: string
  valid_from: string
  valid_to: string | null
  may_read_register: boolean
  may_excuse: boolean
  may_collect: boolean
  legal_representative: boolean
  may_see_address: boolean
}

/** Every change of a guardian's rights towards a pupil, the latest first, those to come included. */
export async function rightsCourse(linkId: string): Promise<RightsRow[]> {
  return (await db
    .from('secretariat_guardian_rights')
    .where('link_id', linkId)
    .select('id', 'valid_from', 'valid_to', 'may_read_register', 'may_excuse', 'may_collect')
    .select('legal_representative', 'may_see_address')
    .orderBy('valid_from', 'desc')) as RightsRow[]
}
