import { useState } from 'react'
import { Button, Card, Group, Stack, Text, addPasskey, router, useFormats, useShared, useT } from '@unia/ui'

export interface Passkey {
  id: string
  name: string
  createdAt: string
  lastUsedAt: string | null
}

/** Keys instead of a password: on this phone or computer, or a token. */
export function PasskeysCard({
  passkeys,
  proved,
  here = '/account',
}: {
  passkeys: Passkey[]
  proved: boolean
  here?: string
}) {
  const t = useT()
  const { csrfToken } = useShared()
  const [failed, setFailed] = useState(false)
  const add = async () => {
    if (!proved) return router.visit(`/account/step-up?next=${encodeURIComponent(here)}`)
    const added = await addPasskey(csrfToken)
    setFailed(!added)
    if (added) router.reload()
  }
  return (
    <Card title={t('core.passkeys.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('core.passkeys.about')}</Text>
        {passkeys.map((key) => (
          <OneKey key={key.id} passkey={key} />
        ))}
        {failed && (
          <Text size="sm" role="alert">
            {t('core.passkeys.failed')}
          </Text>
        )}
        <Group>
          <Button variant="default" onClick={() => void add()}>
            {t('core.passkeys.add')}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

function OneKey({ passkey: { id, name, createdAt } }: { passkey: Passkey }) {
  const t = useT()
  const { formatDate } = useFormats()
  return (
    <Group justify="space-between">
      <Text size="sm">
        {name}, {formatDate(createdAt)}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('core.passkeys.remove.label', { name })}
        onClick={() => router.delete(`/account/passkeys/${id}`)}
      >
        {t('core.passkeys.remove')}
      </Button>
    </Group>
  )
}
