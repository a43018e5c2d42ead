import { useState } from 'react'
import { Button, Form, PublicHeader, TextField, useT, useUniaForm } from '@unia/ui'

interface Props {
  givenNames: string
  mode: 'open' | 'join' | 'recover'
  loginName: string
  pupil: boolean
}

export default function StartAccount({ givenNames, mode, loginName, pupil }: Props) {
  const t = useT()
  const [joins, setJoins] = useState(mode === 'join')
  const form = useUniaForm({ login: mode === 'join' ? '' : loginName, password: '' })
  const what = mode === 'recover' ? 'recover' : joins ? 'join' : 'open'
  return (
    <>
      <PublicHeader title={t('core.start.hello', { name: givenNames })} lead={t(`core.start.${what}.lead`)} />
      <Form form={form} action={`/start/${what}`} submitLabel={t(`core.start.${what}.submit`)} guard={false}>
        <TextField
          name="login"
          label={t('core.start.login')}
          hint={what === 'open' ? t('core.start.login.hint') : undefined}
          autoComplete="username"
          disabled={what === 'recover'}
          required
        />
        <TextField
          name="password"
          label={t('core.start.password')}
          hint={joins ? undefined : t(pupil ? 'core.start.password.pupil' : 'core.start.password.hint')}
          type="password"
          autoComplete={joins ? 'current-password' : 'new-password'}
          required
        />
      </Form>
      {mode === 'open' && (
        <Button variant="subtle" mt="lg" onClick={() => setJoins(!joins)}>
          {t(joins ? 'core.start.to_open' : 'core.start.to_join')}
        </Button>
      )}
    </>
  )
}
