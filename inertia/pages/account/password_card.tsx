import { useState } from 'react'
import { Button, Card, Form, TextField, router, useT, usePage, useUniaForm } from '@unia/ui'

/** The form opens once the person has confirmed who they are, so that nothing typed is lost on the way. */
export function PasswordCard({ proved }: { proved: boolean }) {
  const t = useT()
  const asked = new URL(usePage().url, location.origin).searchParams.has('password')
  const [opened, setOpened] = useState(asked && proved)
  const open = () => {
    if (proved) setOpened(true)
    else router.visit(`/account/step-up?next=${encodeURIComponent('/account?password')}`)
  }
  return (
    <Card title={t('core.account.password')}>
      {opened ? (
        <NewPassword onDone={() => setOpened(false)} />
      ) : (
        <Button variant="default" onClick={open}>
          {t('core.account.password.submit')}
        </Button>
      )}
    </Card>
  )
}

function NewPassword({ onDone }: { onDone: () => void }) {
  const t = useT()
  const form = useUniaForm({ password: '', passwordRepeated: '' })
  return (
    <Form
      form={form}
      method="put"
      action="/account/password"
      submitLabel={t('core.account.password.submit')}
      onSuccess={onDone}
    >
      <TextField
        name="password"
        type="password"
        label={t('core.account.password.new')}
        hint={t('core.account.password.hint')}
        autoComplete="new-password"
        required
      />
      <TextField
        name="passwordRepeated"
        type="password"
        label={t('core.account.password.repeated')}
        autoComplete="new-password"
        required
      />
    </Form>
  )
}
