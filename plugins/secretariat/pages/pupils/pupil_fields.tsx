import {
  Alert,
  DateField,
  Fieldset,
  SelectField,
  Stack,
  StateShape,
  TextareaField,
  TextField,
  useT,
} from '@unia/ui'
import type { UniaForm } from '@unia/ui'
import { checkPesel } from '@unia/platform/values/pesel'
import { disagreements } from '#secretariat/domain/pesel_agreement'

export type PupilData = {
  pesel: string
  peselReason: string
  surname: string
  givenNames: string
  secondName: string
  birthDate: string | null
  birthPlace: string
  sex: string | null
  street: string
  postalCode: string
  city: string
  phone: string
  email: string
}

/** Fields of a card, the PESEL first. `kept` is the masked number that the card has already. */
export function PupilFields({
  form,
  kept,
}: {
  form: Pick<UniaForm<PupilData>, 'data' | 'errors'>
  kept?: string | null
}) {
  const t = useT()
  const field = (name: string) => t(`secretariat.field.${name}`)
  const { pesel, birthDate, sex, peselReason } = form.data
  const mismatch =
    birthDate && sex ? disagreements(pesel, { birthDate, sex: sex as 'f' | 'm' }).length > 0 : false
  const asked = mismatch || Boolean(peselReason) || Boolean(form.errors.peselReason)
  return (
    <Stack gap="lg">
      <Fieldset legend={t('secretariat.form.identity')}>
        <Stack>
          <TextField
            name="pesel"
            label={field('pesel')}
            hint={peselHint(pesel, kept, t)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={11}
            autoFocus={!kept}
          />
          <TextField name="surname" label={field('surname')} autoComplete="off" required />
          <TextField name="givenNames" label={field('given_names')} autoComplete="off" required />
          <TextField name="secondName" label={field('second_name')} autoComplete="off" />
          <DateField name="birthDate" label={field('birth_date')} required />
          <SelectField
            name="sex"
            label={field('sex')}
            required
            options={['f', 'm'].map((value) => ({ value, label: t(`secretariat.sex.${value}`) }))}
          />
          {asked && (
            <Alert color="gray" icon={<StateShape state="warning" />} role="status">
              {t('secretariat.hint.mismatch')}
              <TextareaField
                name="peselReason"
                label={field('pesel_warning_reason')}
                rows={2}
                maxLength={300}
              />
            </Alert>
          )}
          <TextField name="birthPlace" label={field('birth_place')} autoComplete="off" />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('secretariat.form.contact')}>
        <Stack>
          <TextField name="street" label={field('street')} autoComplete="off" />
          <TextField name="postalCode" label={field('postal_code')} inputMode="numeric" autoComplete="off" />
          <TextField name="city" label={field('city')} autoComplete="off" />
          <TextField name="phone" label={field('phone')} type="tel" autoComplete="off" />
          <TextField name="email" label={field('email')} type="email" autoComplete="off" />
        </Stack>
      </Fieldset>
    </Stack>
  )
}

function peselHint(pesel: string, kept: string | null | undefined, t: ReturnType<typeof useT>): string {
  if (pesel.length === 11 && !checkPesel(pesel).ok) return t('secretariat.hint.pesel_wrong')
  return kept ? t('secretariat.hint.pesel_kept', { pesel: kept }) : t('secretariat.hint.pesel')
}
