import { Button, Form, PublicHeader, TextField, router, useT, useUniaForm } from '@unia/ui'

export default function SecondFactorLogin({ next }: { next: string }) {
  const t = useT()
  const form = useUniaForm({ code: '', next })
  return (
    <>
      <PublicHeader title={t('core.second_factor_login.title')} lead={t('core.second_factor_login.lead')} />
      <Form
        form={form}
        action="/login/second-factor"
        submitLabel={t('core.second_factor_login.submit')}
        guard={false}
        aside={
          <Button variant="subtle" onClick={() => router.post('/logout')}>
            {t('core.second_factor_login.other')}
          </Button>
        }
      >
        <TextField
          name="code"
          label={t('core.second_factor_login.code')}
          autoComplete="one-time-code"
          maxLength={40}
          required
          autoFocus
        />
      </Form>
    </>
  )
}
