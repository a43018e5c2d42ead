import {
  Anchor,
  Button,
  CheckboxField,
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
}

interface Props {
  pupil: { id: string; name: string; surname: string }
  kinships: string[]
  guardian: Guardian | null
}

const RIGHTS = ['legalRepresentative', 'mayReadRegister', 'mayExcuse', 'mayCollect'] as const
const COLUMN = {
  legalRepresentative: 'legal_representative',
  mayReadRegister: 'may_read_register',
  mayExcuse: 'may_excuse',
  mayCollect: 'may_collect',
}

export default function GuardianForm({ pupil, kinships, guardian }: Props) {
  const t = useT()
  const card = `/${useShared().unit!.slug}/secretariat/pupils/${pupil.id}`
  const form = useUniaForm(fieldsOf(guardian, pupil.surname))
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
          <Fieldset legend={t('secretariat.guardian.rights')}>
            <Stack gap="sm">
              {RIGHTS.map((right) => (
                <CheckboxField key={right} name={right} label={t(`secretariat.field.${COLUMN[right]}`)} />
              ))}
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

const fieldsOf = (guardian: Guardian | null, surname: string) => ({
  kinship: guardian?.kinship ?? null,
  givenNames: guardian?.givenNames ?? '',
  surname: guardian?.surname ?? surname,
  phone: guardian?.phone ?? '',
  email: guardian?.email ?? '',
  legalRepresentative: guardian?.legalRepresentative ?? true,
  mayReadRegister: guardian?.mayReadRegister ?? true,
  mayExcuse: guardian?.mayExcuse ?? true,
  mayCollect: guardian?.mayCollect ?? true,
})
