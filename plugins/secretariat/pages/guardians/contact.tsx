import { Anchor, Form, Link, PageHeader, Stack, TextField, useShared, useT, useUniaForm } from '@unia/ui'

interface Props {
  pupilId: string
  guardian: { id: string; name: string; phone: string | null; email: string | null }
}

export default function GuardianContact({ pupilId, guardian }: Props) {
  const t = useT()
  const card = `/${useShared().unit!.slug}/secretariat/pupils/${pupilId}`
  const form = useUniaForm({ phone: guardian.phone ?? '', email: guardian.email ?? '' })
  return (
    <>
      <PageHeader title={t('secretariat.guardian.contact', { name: guardian.name })} />
      <Form
        form={form}
        method="put"
        action={`${card}/guardians/${guardian.id}/contact`}
        submitLabel={t('secretariat.form.save')}
        aside={
          <Anchor component={Link} href={card}>
            {t('secretariat.form.cancel')}
          </Anchor>
        }
      >
        <Stack>
          <TextField name="phone" label={t('secretariat.field.phone')} type="tel" autoComplete="off" />
          <TextField name="email" label={t('secretariat.field.email')} type="email" autoComplete="off" />
        </Stack>
      </Form>
    </>
  )
}
