import { schoolYearLabel } from '@unia/platform/values'
import type { ClassList } from '#secretariat/printouts/class_list'
import type { Sender } from '#secretariat/queries/letterhead'
import type { SectionRow } from '#secretariat/queries/section_list'
import type { SectionMemberRow } from '#secretariat/queries/section_members'

interface Facts {
  section: Pick<SectionRow, 'name' | 'school_year'>
  sender: Sender
  members: Pick<SectionMemberRow, 'roll_number' | 'surname' | 'given_names'>[]
}

/** What the template of class lists prints: names and roll numbers, nothing else of a pupil. */
export const classList = ({ section, sender, members }: Facts): ClassList => ({
  unit: {
    name: sender.name,
    ...(sender.patron && { patron: sender.patron }),
    street: sender.street ?? '',
    postcode: sender.postal_code ?? '',
    city: sender.city ?? '',
  },
  section: section.name,
  schoolYear: schoolYearLabel(section.school_year),
  pupils: members.map(({ roll_number, surname, given_names }) => ({
    rollNumber: roll_number,
    name: `${surname} ${given_names}`,
  })),
})
