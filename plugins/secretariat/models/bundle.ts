import db from '@adonisjs/lucid/services/db'
import type { CardGuardian } from '#secretariat/queries/pupil_card'
import { pupilCard } from '#secretariat/queries/pupil_card'

/** What travels with a pupil: the card, the guardians with their rights, and the course so far, to be read only. */
export interface Bundle {
  pupil: Record<string, unknown>
  guardians: (CardGuardian & { person_id: string; contact_order: number })[]
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

export async function bundleOf(pupilId: string): Promise<Bundle> {
  const card = (await pupilCard(pupilId))!
  const guardians = (await db
    .from('secretariat_guardian_links as l')
    .joinRaw('join secretariat_guardians g on g.tenant_id = l.tenant_id and g.id = l.guardian_id')
    .where('l.pupil_id', pupilId)
    .select('g.person_id', 'g.surname', 'g.given_names', 'g.phone', 'g.email', 'l.kinship', 'l.contact_order')
    .select(
      'l.may_read_register',
      'l.may_excuse',
      'l.may_collect',
      'l.legal_representative'
    )) as Bundle['guardians']
  return {
    pupil: Object.fromEntries(COPIED.map((field) => [field, card[field as keyof typeof card] ?? null])),
    guardians,
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
    await db.rawQuery(
      `insert into secretariat_guardian_links (guardian_id, pupil_id, kinship, contact_order, may_read_register,
         may_excuse, may_collect, legal_representative) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (tenant_id, guardian_id, pupil_id) do nothing`,
      [
        guardianId,
        pupilId,
        rights.kinship,
        rights.contact_order,
        rights.may_read_register,
        rights.may_excuse,
        rights.may_collect,
        rights.legal_representative,
      ] as never[]
    )
  }
  return pupilId
}

async function inserted(table: string, row: object): Promise<string> {
  const [created] = await db.table(table).insert(row).returning('id')
  return created.id ?? created
}
