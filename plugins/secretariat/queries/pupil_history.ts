import db from '@adonisjs/lucid/services/db'
import type { PupilCardRow } from '#secretariat/queries/pupil_card'

export interface HistoryRow {
  id: string
  at: Date
  actor_role: string | null
  action: string
  object: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const SHOWN = 50

/** The last changes and readings of a card, its enrolments, placements and guardian links, newest first. */
export async function pupilHistory({
  id,
  enrolments,
  placements,
  guardians,
}: PupilCardRow): Promise<HistoryRow[]> {
  return (await db
    .from('access_audit_events')
    .whereIn('object_id', [id, ...[...enrolments, ...placements, ...guardians].map((part) => part.id)])
    .select('id', 'at', 'actor_role', 'action', 'object', 'before', 'after')
    .orderBy('at', 'desc')
    .limit(SHOWN)) as HistoryRow[]
}
