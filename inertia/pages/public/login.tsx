import { useState } from 'react'
import { Button, Form, PublicHeader, Text, TextField, logInWithPasskey } from '@unia/ui'
import { useShared, useT, useUniaForm } from '@unia/ui'

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
      <WithPasskey next={next} />
      <Text size="sm" c="dimmed" mt="lg">
        {t('core.login.help')}
      </Text>
    </>
  )
}

function WithPasskey({ next }: { next: string }) {
  const t = useT()
  const { csrfToken } = useShared()
  const [failed, setFailed] = useState(false)
  const logIn = async () => {
    const path = await logInWithPasskey(csrfToken, next)
    if (path) window.location.assign(path)
    else setFailed(true)
  }
  return (
    <>
      <Button variant="subtle" mt="md" onClick={() => void logIn()}>
        {t('core.passkeys.log_in')}
      </Button>
      {failed && (
        <Text size="sm" role="alert">
          {t('core.passkeys.refused')}
        </Text>
      )}
    </>
  )
}
