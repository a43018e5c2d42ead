import { Alert, Button, KeyValue, Stack, StateShape, useT } from '@unia/ui'
import type { PupilData } from './pupil_fields.tsx'

interface Props {
  mine: PupilData
  theirs: PupilData
  onKeep: () => void
}

const COLUMN: Partial<Record<keyof PupilData, string>> = {
  givenNames: 'given_names',
  secondName: 'second_name',
  birthDate: 'birth_date',
  birthPlace: 'birth_place',
  postalCode: 'postal_code',
  peselReason: 'pesel_warning_reason',
}

/** What somebody else has saved meanwhile, where it differs from what is typed here. */
export function Conflict({ mine, theirs, onKeep }: Props) {
  const t = useT()
  const fields = (Object.keys(theirs) as (keyof PupilData)[]).filter(
    (field) => field !== 'pesel' && mine[field] !== theirs[field]
  )
  const items = fields.map((field) => ({
    label: t(`secretariat.field.${COLUMN[field] ?? field}`),
    value: theirs[field],
  }))
  return (
    <Alert color="gray" icon={<StateShape state="warning" />} title={t('secretariat.conflict.title')}>
      <Stack align="start">
        {items.length > 0 ? <KeyValue items={items} /> : t('secretariat.conflict.other')}
        <Button variant="default" onClick={onKeep}>
          {t('secretariat.conflict.keep')}
        </Button>
      </Stack>
    </Alert>
  )
}
