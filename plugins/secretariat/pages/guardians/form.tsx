import {
  Anchor,
  Button,
  CheckboxField,
  DateField,
  Fieldset,
  Form,
  Link,
  PageHeader,
  router,
  SelectField,
  Stack,
  TextField,
  useConfirm,
  useShared,
  useT,
  useUniaForm,
} from '@unia/ui'
import { RightsCourse, type RightsChange } from './rights_course.tsx'
import { SamePerson } from './same_person.tsx'
import { kinshipName } from '../pupils/guardians.tsx'

interface Guardian {
  id: string
  surname: string
  givenNames: string
  kinship: string
  phone: string | null
  email: string | null
  mayReadRegister: boolean
  mayExcuse: boolean
  mayCollect: boolean
  legalRepresentative: boolean
  maySeeAddress: boolean
  hasPesel: boolean
}

interface Props {
  pupil: { id: string; name: string; surname: string }
  kinships: string[]
  guardian: Guardian | null
  day: string
  course: RightsChange[]
}

const RIGHTS = ['legalRepresentative', 'mayReadRegister', 'mayExcuse', 'mayCollect', 'maySeeAddress'] as const
const COLUMN = {
  legalRepresentative: 'legal_representative',
  mayReadRegister: 'may_read_register',
  mayExcuse: 'may_excuse',
  mayCollect: 'may_collect',
  maySeeAddress: 'may_see_address',
}

export default function GuardianForm({ pupil, kinships, guardian, day, course }: Props) {
  const t = useT()
  const card = `/${useShared().unit!.slug}/secretariat/pupils/${pupil.id}`
  const form = useUniaForm(fieldsOf(guardian, pupil.surname, day))
  const words = [...new Set([...kinships, ...(guardian ? [guardian.kinship] : [])])]
  return (
    <>
      <PageHeader
        title={t(guardian ? 'secretariat.guardian.edit' : 'secretariat.guardian.new', { pupil: pupil.name })}
      />
      <Form
        form={form}
        method={guardian ? 'put' : 'post'}
        action={guardian ? `${card}/guardians/${guardian.id}` : `${card}/guardians`}
        submitLabel={t(guardian ? 'secretariat.form.save' : 'secretariat.guardian.add')}
        aside={
          <>
            <Anchor component={Link} href={card}>
              {t('secretariat.form.cancel')}
            </Anchor>
            {guardian && <Remove href={`${card}/guardians/${guardian.id}`} />}
          </>
        }
      >
        <Stack>
          <SelectField
            name="kinship"
            label={t('secretariat.field.kinship')}
            options={words.map((value) => ({ value, label: kinshipName(value, t) }))}
            required
          />
          <TextField
            name="givenNames"
            label={t('secretariat.field.given_names')}
            autoComplete="off"
            required
          />
          <TextField name="surname" label={t('secretariat.field.surname')} autoComplete="off" required />
          <TextField name="phone" label={t('secretariat.field.phone')} type="tel" autoComplete="off" />
          <TextField name="email" label={t('secretariat.field.email')} type="email" autoComplete="off" />
          <TextField
            name="pesel"
            label={t('secretariat.field.pesel')}
            hint={t(
              guardian?.hasPesel ? 'secretariat.guardian.pesel_kept' : 'secretariat.guardian.pesel_hint'
            )}
            inputMode="numeric"
            autoComplete="off"
            maxLength={11}
          />
          {!guardian && <SamePerson form={form} href={`${card}/guardian-matches`} />}
          <Fieldset legend={t('secretariat.guardian.rights')}>
            <Stack gap="sm">
              {RIGHTS.map((right) => (
                <CheckboxField key={right} name={right} label={t(`secretariat.field.${COLUMN[right]}`)} />
              ))}
              {guardian && (
                <>
                  <DateField name="from" label={t('secretariat.guardian.rights_from')} />
                  <DateField name="to" label={t('secretariat.guardian.rights_to')} />
                  <RightsCourse course={course} />
                </>
              )}
            </Stack>
          </Fieldset>
        </Stack>
      </Form>
    </>
  )
}

function Remove({ href }: { href: string }) {
  const t = useT()
  const confirm = useConfirm()
  const remove = async () => {
    const sure = await confirm({
      title: t('secretariat.guardian.remove_question'),
      text: t('secretariat.guardian.remove_text'),
      confirm: t('secretariat.guardian.remove_confirm'),
      danger: true,
    })
    if (sure) router.delete(href)
  }
  return (
    <Button variant="subtle" color="danger" onClick={() => void remove()}>
      {t('secretariat.guardian.remove')}
    </Button>
  )
}

const fieldsOf = (guardian: Guardian | null, surname: string, day: string) => ({
  kinship: guardian?.kinship ?? null,
  givenNames: guardian?.givenNames ?? '',
  surname: guardian?.surname ?? surname,
  phone: guardian?.phone ?? '',
  email: guardian?.email ?? '',
  legalRepresentative: guardian?.legalRepresentative ?? true,
  mayReadRegister: guardian?.mayReadRegister ?? true,
  mayExcuse: guardian?.mayExcuse ?? true,
  mayCollect: guardian?.mayCollect ?? true,
  maySeeAddress: guardian?.maySeeAddress ?? true,
  pesel: '',
  same: null as string | null,
  from: day as string | null,
  to: null as string | null,
})
