import { Alert, Button, Form, PublicHeader, Stack, Text, TextField } from '@unia/ui'
import { router, useT, useUniaForm } from '@unia/ui'

export default function Start({ code, expired }: { code: string; expired: boolean }) {
  const t = useT()
  const form = useUniaForm({ code, birthDate: '' })
  if (expired) return <Expired />
  return (
    <>
      <PublicHeader title={t('core.start.title')} lead={t('core.start.lead')} />
      <Form form={form} action="/start" submitLabel={t('core.start.next')} guard={false}>
        <TextField
          name="code"
          label={t('core.start.code')}
          hint={t('core.start.code.hint')}
          autoComplete="one-time-code"
          required
          autoFocus={!code}
        />
        <TextField
          name="birthDate"
          label={t('core.start.birth_date')}
          hint={t('core.start.birth_date.hint')}
          placeholder={t('core.start.birth_date.form')}
          inputMode="numeric"
          autoComplete="off"
        />
      </Form>
      <Text size="sm" c="dimmed" mt="lg">
        {t('core.start.help')}
      </Text>
    </>
  )
}

function Expired() {
  const t = useT()
  return (
    <>
      <PublicHeader title={t('core.start.expired')} lead={t('core.start.expired.lead')} />
      <Stack>
        <Alert color="warning">{t('core.start.expired.text')}</Alert>
        <Button size="md" onClick={() => router.post('/start/again')}>
          {t('core.start.expired.ask')}
        </Button>
      </Stack>
    </>
  )
}
