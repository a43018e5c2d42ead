import { useEffect, useState } from 'react'
import { Alert, Button, Group, requestJson, Stack, StateShape, Text, useShared, useT } from '@unia/ui'
import type { UniaForm } from '@unia/ui'

interface Match {
  id: string
  surname: string
  givenNames: string
  by: 'pesel' | 'email' | 'phone' | 'city'
  children: string[]
}

type Typed = {
  surname: string
  givenNames: string
  phone: string
  email: string
  pesel: string
  same: string | null
}

const PAUSE = 400

/** "Is it the same person?": asked while somebody with the PESEL, e-mail or phone of a known guardian is typed. */
export function SamePerson({
  form,
  href,
}: {
  form: Pick<UniaForm<Typed>, 'errors'> & { data: Typed; set: (field: 'same', value: string | null) => void }
  href: string
}) {
  const t = useT()
  const { csrfToken } = useShared()
  const [matches, setMatches] = useState<Match[]>([])
  const { surname, givenNames, phone, email, pesel, same } = form.data
  useEffect(() => {
    const waiting = setTimeout(() => {
      if (!phone && !email && pesel.length !== 11) return setMatches([])
      const body = { surname, givenNames, phone, email, pesel }
      // Without an answer the server asks again when the form is sent.
      requestJson<{ matches: Match[] }>(href, { method: 'POST', body, csrfToken })
        .then((answer) => setMatches(answer.matches))
        .catch(() => setMatches([]))
    }, PAUSE)
    return () => clearTimeout(waiting)
  }, [surname, givenNames, phone, email, pesel, href, csrfToken])
  if (matches.length === 0) return null
  return (
    <Alert
      color="gray"
      icon={<StateShape state="warning" />}
      role="status"
      title={t('secretariat.same.title')}
    >
      <Stack gap="sm">
        {matches.map((match) => (
          <Group key={match.id} justify="space-between">
            <div>
              <Text fw={600}>{`${match.givenNames} ${match.surname}`}</Text>
              <Text c="dimmed">
                {[t(`secretariat.same.by_${match.by}`), match.children.join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <Button
              variant={same === match.id ? 'filled' : 'default'}
              aria-pressed={same === match.id}
              onClick={() => form.set('same', match.id)}
            >
              {t('secretariat.same.yes')}
            </Button>
          </Group>
        ))}
        <Button
          variant={same === 'new' ? 'filled' : 'default'}
          aria-pressed={same === 'new'}
          onClick={() => form.set('same', 'new')}
        >
          {t('secretariat.same.no')}
        </Button>
        {form.errors.same && <Text c="danger">{form.errors.same}</Text>}
      </Stack>
    </Alert>
  )
}
