import { schoolYearLabel } from '@unia/platform/values'
import type { Certificate } from '#secretariat/printouts/certificate'
import type { Sender } from '#secretariat/queries/letterhead'
import type { CardPlacement, PupilCardRow } from '#secretariat/queries/pupil_card'

export interface CertificateFacts {
  row: PupilCardRow
  placement: CardPlacement
  pesel: string | null
  sender: Sender
  purpose: string
  date: string
  /** What the signatory is, in words. */
  role: string
}

/** What the certificate's template prints. Numbers are given by the registry, not here. */
export const certificate = ({
  row,
  placement,
  pesel,
  sender,
  purpose,
  date,
  role,
}: CertificateFacts): Certificate => ({
  head: {
    unit: {
      name: sender.name,
      ...(sender.patron && { patron: sender.patron }),
      street: sender.street ?? '',
      postcode: sender.postal_code ?? '',
      city: sender.city ?? '',
    },
    place: sender.city ?? '',
    date,
    number: '',
  },
  pupil: {
    name: [row.given_names, row.second_name, row.surname].filter(Boolean).join(' '),
    sex: row.sex,
    bornOn: row.birth_date,
    ...(row.birth_place && { bornIn: row.birth_place }),
    ...(pesel && { pesel }),
  },
  schoolYear: schoolYearLabel(placement.school_year),
  section: placement.section,
  ...(purpose && { purpose }),
  signatory: { name: sender.director ?? '', role },
})
