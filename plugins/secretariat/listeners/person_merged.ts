import db from '@adonisjs/lucid/services/db'

export interface People {
  personId: string
  oldIds: string[]
}

/** Writes the person who is kept wherever this unit had the other; heard twice, it finds nothing to do. */
export async function rekeyPerson({ personId, oldIds }: People): Promise<void> {
  for (const oldId of oldIds) {
    await rekey('pupil', 'secretariat_pupils', 'person_id', personId, oldId)
    await rekey('tutor', 'secretariat_sections', 'tutor_id', personId, oldId)
    await rekeyGuardian(personId, oldId)
  }
}

/** Gives back what the merge took, as far as it still is as the merge left it. */
export async function splitPerson({ personId, oldIds }: People): Promise<void> {
  const rows = await db.from('secretariat_rekeys').where('kept_id', personId).whereIn('merged_id', oldIds)
  for (const { id, object, object_id: objectId, merged_id: merged, was } of rows) {
    if (object === 'pupil') await give('secretariat_pupils', 'person_id', objectId, personId, merged)
    if (object === 'guardian') await give('secretariat_guardians', 'person_id', objectId, personId, merged)
    if (object === 'tutor') await give('secretariat_sections', 'tutor_id', objectId, personId, merged)
    if (object === 'guardian_link')
      await db.from('secretariat_guardian_links').where('id', objectId).update({ guardian_id: was })
    await db.from('secretariat_rekeys').where('id', id).delete()
  }
}

const give = (table: string, column: string, id: string, kept: string, merged: string) =>
  db
    .from(table)
    .where({ id, [column]: kept })
    .update({ [column]: merged })

/** A pupil known under both ids stays two cards: joining registers is a secretary's decision. */
async function rekey(object: string, table: string, column: string, kept: string, merged: string) {
  if (object === 'pupil' && (await db.from(table).where(column, kept).first())) return
  const rows = (await db
    .from(table)
    .where(column, merged)
    .update({ [column]: kept })
    .returning('id')) as { id: string }[]
  for (const { id } of rows) await remember({ kept, merged, object, id, was: null })
}

/** Typed twice in one unit: both keep their row, the children's links go over to the one kept (P2). */
async function rekeyGuardian(kept: string, merged: string) {
  const other = await db.from('secretariat_guardians').where('person_id', merged).first()
  if (!other) return
  const known = await db.from('secretariat_guardians').where('person_id', kept).first()
  if (!known) return rekey('guardian', 'secretariat_guardians', 'person_id', kept, merged)
  const links = (await db
    .from('secretariat_guardian_links')
    .where('guardian_id', other.id)
    .whereNotIn(
      'pupil_id',
      db.from('secretariat_guardian_links').where('guardian_id', known.id).select('pupil_id')
    )
    .update({ guardian_id: known.id })
    .returning('id')) as { id: string }[]
  for (const { id } of links) await remember({ kept, merged, object: 'guardian_link', id, was: other.id })
}

const remember = ({
  kept,
  merged,
  object,
  id,
  was,
}: Record<'kept' | 'merged' | 'object' | 'id', string> & { was: string | null }) =>
  db
    .table('secretariat_rekeys')
    .insert({ kept_id: kept, merged_id: merged, object, object_id: id, was })
    .onConflict(['tenant_id', 'merged_id', 'object', 'object_id'])
    .ignore()
