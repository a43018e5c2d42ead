import { Form, PublicHeader, Text, TextField, useT, useUniaForm } from '@unia/ui'

export default function Login({ next }: { next: string }) {
  const t = useT()
  const form = useUniaForm({ login: '', password: '', next })
  return (
    <>
      <PublicHeader title={t('core.login.title')} lead={t('core.login.lead')} />
      <Form form={form} action="/login" submitLabel={t('core.login.submit')} guard={false}>
        <TextField name="login" label={t('core.login.login')} autoComplete="username" required autoFocus />
        <TextField
          name="password"
          label={t('core.login.password')}
          type="password"
          autoComplete="current-password"
          required
        />
      </Form>
      <Text size="sm" c="dimmed" mt="lg">
        {t('core.login.help')}
      </Text>
    </>
  )
}
