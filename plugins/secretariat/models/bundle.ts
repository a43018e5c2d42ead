import db from '@adonisjs/lucid/services/db'
import type { CardGuardian } from '#secretariat/queries/pupil_card'
import { pupilCard } from '#secretariat/queries/pupil_card'

const OF_GUARDIAN = [
  ...(['person_id', 'surname', 'given_names', 'phone', 'email', 'kinship', 'contact_order'] as const),
  ...(['may_read_register', 'may_excuse', 'may_collect', 'legal_representative', 'may_see_address'] as const),
] as const

/** What travels with a pupil: the card, the guardians with their rights, and the course so far, to be read only. */
export interface Bundle {
  pupil: Record<string, unknown>
  guardians: Pick<CardGuardian, (typeof OF_GUARDIAN)[number]>[]
  enrolments: { unit: string; from: string; to: string | null; bookNumber: number }[]
  sections: { schoolYear: number; section: string; from: string; to: string | null }[]
}

const COPIED = [
  ...[
    'person_id',
    'surname',
    'given_names',
    'second_name',
    'birth_date',
    'birth_place',
    'sex',
    'citizenships',
  ],
  ...[
    'has_pesel',
    'pesel_warning_reason',
    'document_kind',
    'document_number',
    'street',
    'postal_code',
    'city',
  ],
  ...['address_hidden', 'phone', 'email'],
]

/** Guardians as their links and rights are on a day; who is a guardian no more stays behind. */
export async function bundleOf(pupilId: string, day: string): Promise<Bundle> {
  const card = (await pupilCard(pupilId, day))!
  return {
    pupil: picked<Record<string, unknown>, string>({ ...card }, COPIED),
    guardians: card.guardians.map((guardian) => picked(guardian, OF_GUARDIAN)),
    enrolments: card.enrolments.map(({ unit, valid_from, valid_to, book_number }) => ({
      ...{ unit, from: valid_from, to: valid_to, bookNumber: book_number },
    })),
    sections: card.placements.map(({ school_year, section, valid_from, valid_to }) => ({
      ...{ schoolYear: school_year, section, from: valid_from, to: valid_to },
    })),
  }
}

/** Writes the card and its guardians as this unit's own records, of the same persons; returns the pupil's id. */
export async function unpack({ pupil, guardians }: Bundle): Promise<string> {
  const known = await db
    .from('secretariat_pupils')
    .where('person_id', String(pupil.person_id))
    .select('id')
    .first()
  const pupilId = (known?.id ?? (await inserted('secretariat_pupils', pupil))) as string
  for (const guardian of guardians) {
    const { person_id, surname, given_names, phone, email, ...rights } = guardian
    const there = await db.from('secretariat_guardians').where({ person_id }).select('id').first()
    const guardianId =
      there?.id ??
      (await inserted('secretariat_guardians', { person_id, surname, given_names, phone, email }))
    await db
      .table('secretariat_guardian_links')
      .insert({ guardian_id: guardianId, pupil_id: pupilId, ...rights })
      .onConflict(['tenant_id', 'guardian_id', 'pupil_id'])
      .ignore()
  }
  return pupilId
}

const picked = <Row extends object, Field extends keyof Row>(row: Row, fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field, row[field] ?? null])) as Pick<Row, Field>

async function inserted(table: string, row: object): Promise<string> {
  const [created] = await db.table(table).insert(row).returning('id')
  return created.id ?? created
}
