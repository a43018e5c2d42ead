import {
  Anchor,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  Text,
  TextField,
  useShared,
  useT,
  useUniaForm,
} from '@unia/ui'

/** A pupil of another unit: the PESEL and the class they would come to, nothing else is typed. */
export default function TransfersCreate({ sections }: { sections: { value: string; label: string }[] }) {
  const t = useT()
  const base = `/${useShared().unit!.slug}/secretariat/transfers`
  const form = useUniaForm({ pesel: '', sectionId: null as string | null })
  return (
    <>
      <PageHeader title={t('secretariat.transfer.new')} />
      <Form
        form={form}
        action={base}
        submitLabel={t('secretariat.transfer.ask')}
        aside={
          <Anchor component={Link} href={base}>
            {t('secretariat.form.cancel')}
          </Anchor>
        }
      >
        <Stack>
          <TextField name="pesel" label={t('secretariat.field.pesel')} maxLength={11} required />
          <SelectField name="sectionId" label={t('secretariat.move.to')} options={sections} required />
          <Text c="dimmed">{t('secretariat.transfer.hint')}</Text>
        </Stack>
      </Form>
    </>
  )
}
