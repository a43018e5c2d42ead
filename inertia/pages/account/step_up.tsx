import { Container, Form, PageHeader, TextField, useT, useUniaForm } from '@unia/ui'

export default function StepUp({ method, next }: { method: 'password' | 'code'; next: string }) {
  const t = useT()
  const form = useUniaForm({ password: '', code: '', next })
  return (
    <Container size={520} px={0} mx={0}>
      <PageHeader title={t('core.step_up.title')} facts={t(`core.step_up.lead_${method}`)} />
      <Form form={form} action="/account/step-up" submitLabel={t('core.step_up.submit')} guard={false}>
        {method === 'password' ? (
          <TextField
            name="password"
            label={t('core.login.password')}
            type="password"
            autoComplete="current-password"
            required
            autoFocus
          />
        ) : (
          <TextField
            name="code"
            label={t('core.second_factor_login.code')}
            autoComplete="one-time-code"
            maxLength={40}
            required
            autoFocus
          />
        )}
      </Form>
    </Container>
  )
}
