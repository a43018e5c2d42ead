import type { PupilListRow } from '#secretariat/queries/pupil_list'

/** What teachers may know of a pupil in a list. */
export const forTeacher = (row: PupilListRow) => ({
  id: row.id,
  name: `${row.surname} ${row.given_names}`,
  sections: row.sections,
  rollNumber: row.roll_number,
  guardians: row.guardians,
})

export const forSecretary = (row: PupilListRow) => ({
  ...forTeacher(row),
  secondName: row.second_name,
  birthDate: row.birth_date,
  hasPesel: row.has_pesel,
  status: row.status,
})

/** Fields that only the secretary's list has are absent in the teacher's. */
export type PupilRow = ReturnType<typeof forTeacher> & Partial<ReturnType<typeof forSecretary>>
