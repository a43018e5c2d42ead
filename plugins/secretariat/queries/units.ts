import db from '@adonisjs/lucid/services/db'

export interface UnitRow {
  id: string
  short_name: string
  kind: string
}

/** The unit's components: one, or those of a complex of schools. */
export async function units(): Promise<UnitRow[]> {
  return (await db
    .from('tenancy_units')
    .where('status', '<>', 'closed')
    .select('id', 'short_name', 'kind')
    .orderBy('short_name')) as UnitRow[]
}
