import {
  Anchor,
  DateField,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  TextField,
  useShared,
  useT,
  useUniaForm,
} from '@unia/ui'

interface Props {
  pupil: { id: string; name: string }
  reasons: string[]
  today: string
}

export default function DeparturesCreate({ pupil, reasons, today }: Props) {
  const t = useT()
  const card = `/${useShared().unit!.slug}/secretariat/pupils/${pupil.id}`
  const form = useUniaForm({
    on: today as string | null,
    reason: null as string | null,
    destination: '',
    toRspo: '',
  })
  return (
    <>
      <PageHeader title={t('secretariat.leaving.title', { name: pupil.name })} />
      <Form
        form={form}
        action={`${card}/departure`}
        submitLabel={t('secretariat.leaving.submit')}
        aside={
          <Anchor component={Link} href={card}>
            {t('secretariat.form.cancel')}
          </Anchor>
        }
      >
        <Stack>
          <DateField name="on" label={t('secretariat.transfer.last_day')} required />
          <SelectField
            name="reason"
            label={t('secretariat.leaving.reason')}
            options={reasons.map((value) => ({ value, label: t(`secretariat.leaving.reason.${value}`) }))}
            required
          />
          <TextField name="destination" label={t('secretariat.leaving.destination')} maxLength={200} />
          <TextField name="toRspo" label={t('secretariat.leaving.rspo')} maxLength={10} />
        </Stack>
      </Form>
    </>
  )
}
