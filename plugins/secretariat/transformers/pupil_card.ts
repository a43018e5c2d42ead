import { formatPhone, maskPesel } from '@unia/platform/values'
import { placedOn, type CardGuardian, type PupilCardRow } from '#secretariat/queries/pupil_card'

/** What teachers may know of a pupil: name, section, how to reach the guardians. */
export const forTeacher = (row: PupilCardRow, day: string) => ({
  id: row.id,
  surname: row.surname,
  givenNames: row.given_names,
  sections: placedOn(row.placements, day).map((placement) => ({
    id: placement.section_id,
    name: placement.section,
    rollNumber: placement.roll_number,
  })),
  guardians: row.guardians.map(contactOf),
})

/** The whole card; of the PESEL only what its birth date tells anyway. */
export const forSecretary = (row: PupilCardRow, day: string, pesel: string | null) => ({
  ...forTeacher(row, day),
  secondName: row.second_name,
  birthDate: row.birth_date,
  birthPlace: row.birth_place,
  sex: row.sex,
  pesel: pesel && maskPesel(pesel),
  peselReason: row.pesel_warning_reason,
  street: row.street,
  postalCode: row.postal_code,
  city: row.city,
  phone: row.phone && formatPhone(row.phone),
  email: row.email,
  version: row.version,
  guardians: row.guardians.map((guardian) => ({
    ...contactOf(guardian),
    mayReadRegister: guardian.may_read_register,
    mayExcuse: guardian.may_excuse,
    mayCollect: guardian.may_collect,
    legalRepresentative: guardian.legal_representative,
    maySeeAddress: guardian.may_see_address,
    rightsFrom: guardian.rights_from,
    rightsTo: guardian.rights_to,
    courtNotes: guardian.court_notes,
  })),
  enrolments: row.enrolments.map((enrolment) => ({
    id: enrolment.id,
    unit: enrolment.unit,
    status: enrolment.status,
    from: enrolment.valid_from,
    to: enrolment.valid_to,
    bookNumber: enrolment.book_number,
  })),
  placements: row.placements.map((placement) => ({
    id: placement.id,
    sectionId: placement.section_id,
    section: placement.section,
    schoolYear: placement.school_year,
    from: placement.valid_from,
    to: placement.valid_to,
    rollNumber: placement.roll_number,
  })),
})

const contactOf = (guardian: CardGuardian) => ({
  id: guardian.id,
  name: `${guardian.given_names} ${guardian.surname}`,
  kinship: guardian.kinship,
  phone: guardian.phone && formatPhone(guardian.phone),
  email: guardian.email,
})

export type SecretaryCard = ReturnType<typeof forSecretary>
/** Fields that only the secretary's card has are absent in the teacher's. */
export type PupilCard = ReturnType<typeof forTeacher> & Partial<SecretaryCard>
