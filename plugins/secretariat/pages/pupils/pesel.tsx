import { useState } from 'react'
import { Button, Group, requestJson, RequestFailed, router, toast, useShared, useT } from '@unia/ui'

/** The masked number; who may, sees it whole after proving who they are, and the trail keeps the reading. */
export function Pesel({
  masked,
  href,
  mayUnmask,
}: {
  masked: string | null
  href: string
  mayUnmask: boolean
}) {
  const t = useT()
  const { csrfToken } = useShared()
  const [pesel, setPesel] = useState<string | null>(null)
  if (!masked) return t('secretariat.card.no_pesel')
  const unmask = async () => {
    try {
      const answer = await requestJson<{ pesel: string }>(`${href}/pesel-reading`, {
        method: 'POST',
        body: {},
        csrfToken,
      })
      setPesel(answer.pesel)
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 403)
        router.visit(`/account/step-up?next=${encodeURIComponent(href)}`)
      else toast({ tone: 'error', text: t('secretariat.card.unmask_failed') })
    }
  }
  return (
    <Group gap="xs">
      <span>{pesel ?? masked}</span>
      {mayUnmask && !pesel && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('secretariat.card.unmask_label')}
          onClick={() => void unmask()}
        >
          {t('secretariat.card.unmask')}
        </Button>
      )}
    </Group>
  )
}
