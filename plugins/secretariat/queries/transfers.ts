import db from '@adonisjs/lucid/services/db'

export interface TransferRow {
  id: string
  direction: 'in' | 'out'
  otherTenantId: number
  otherUnit: string
  otherRspo: string | null
  personId: string
  pupilId: string | null
  sectionId: string | null
  status: 'requested' | 'confirmed' | 'refused' | 'completed'
  requestedOn: string
  lastDay: string | null
  reason: string | null
  remindedOn: string | null
  /** Only units that hold the pupil's card know the name. */
  pupil: string | null
  section: string | null
}

const transfers = () =>
  db
    .from('secretariat_transfers as t')
    .joinRaw('left join secretariat_pupils p on p.tenant_id = t.tenant_id and p.id = t.pupil_id')
    .joinRaw('left join secretariat_sections s on s.tenant_id = t.tenant_id and s.id = t.section_id')
    .select('t.id', 't.direction', 't.status', 't.reason', 't.other_tenant_id as otherTenantId')
    .select('t.other_unit as otherUnit', 't.other_rspo as otherRspo', 't.person_id as personId')
    .select('t.pupil_id as pupilId', 't.section_id as sectionId', 't.requested_on as requestedOn')
    .select('t.last_day as lastDay', 't.reminded_on as remindedOn', 's.name as section')
    .select(db.raw(`p.surname || ' ' || p.given_names as pupil`))

/** Open ones first, then the newest. */
export const transferList = async () =>
  (await transfers()
    .orderByRaw(`t.status = 'requested' desc, t.requested_on desc, t.id desc`)
    .limit(200)) as TransferRow[]

export const transferById = async (id: string): Promise<TransferRow | null> =>
  ((await transfers().where('t.id', id).first()) as TransferRow | undefined) ?? null
