import { Anchor, Form, Link, PageHeader, useShared, useT } from '@unia/ui'
import type { SecretaryCard } from '#secretariat/transformers/pupil_card'
import { Conflict } from './conflict.tsx'
import { PupilFields, type PupilData } from './pupil_fields.tsx'
import { usePupilForm } from './use_pupil_form.ts'

export default function PupilsEdit({ pupil }: { pupil: SecretaryCard }) {
  const t = useT()
  const href = `/${useShared().unit!.slug}/secretariat/pupils/${pupil.id}`
  const form = usePupilForm({ ...fieldsOf(pupil), version: pupil.version })
  const name = `${pupil.givenNames} ${pupil.surname}`
  return (
    <>
      <PageHeader title={t('secretariat.form.edit_title', { name })} />
      <Form
        form={form}
        method="put"
        action={href}
        submitLabel={t('secretariat.form.save')}
        aside={
          <Anchor component={Link} href={href}>
            {t('secretariat.form.cancel')}
          </Anchor>
        }
      >
        {pupil.version !== form.data.version && (
          <Conflict
            mine={form.data}
            theirs={fieldsOf(pupil)}
            onKeep={() => form.set('version', pupil.version)}
          />
        )}
        <PupilFields form={form} kept={pupil.pesel} />
      </Form>
    </>
  )
}

const fieldsOf = (pupil: SecretaryCard): PupilData => ({
  pesel: '',
  peselReason: pupil.peselReason ?? '',
  surname: pupil.surname,
  givenNames: pupil.givenNames,
  secondName: pupil.secondName ?? '',
  birthDate: pupil.birthDate,
  birthPlace: pupil.birthPlace ?? '',
  sex: pupil.sex,
  street: pupil.street ?? '',
  postalCode: pupil.postalCode ?? '',
  city: pupil.city ?? '',
  phone: pupil.phone ?? '',
  email: pupil.email ?? '',
})
