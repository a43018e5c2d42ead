import { Button, Card, Group, Stack, Text, router, useFormats, useT } from '@unia/ui'

export interface Request {
  id: string
  name: string
  roleLabel: string
  validTo: string
  requestedByName: string
  requestedAt: string
  mayDecide: boolean
  /** In the city's list: the unit it is about. */
  where?: string
}

/** Roles that wait for a second person: who asked, for whom, and the two answers. */
export function Requests({ requests, base }: { requests: Request[]; base: string }) {
  const t = useT()
  if (requests.length === 0) return null
  return (
    <Card title={t('core.role_requests.title')}>
      <Stack>
        {requests.map((request) => (
          <One key={request.id} request={request} href={`${base}/${request.id}`} />
        ))}
      </Stack>
    </Card>
  )
}

function One({ request, href }: { request: Request; href: string }) {
  const t = useT()
  const { formatDate } = useFormats()
  const { name, roleLabel, where, requestedByName, mayDecide } = request
  return (
    <Group justify="space-between">
      <div>
        <Text fw={600}>
          {name}: {roleLabel} {where && `(${where})`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('core.role_requests.facts', {
            by: requestedByName,
            on: formatDate(request.requestedAt),
            until: formatDate(request.validTo),
          })}
        </Text>
      </div>
      {mayDecide ? (
        <Group gap="xs">
          <Button
            size="compact-md"
            aria-label={t('core.role_requests.approve.label', { role: roleLabel, name })}
            onClick={() => router.post(`${href}/approval`)}
          >
            {t('core.role_requests.approve')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('core.role_requests.refuse.label', { role: roleLabel, name })}
            onClick={() => router.post(`${href}/refusal`)}
          >
            {t('core.role_requests.refuse')}
          </Button>
        </Group>
      ) : (
        <Text size="sm">{t('core.role_requests.other')}</Text>
      )}
    </Group>
  )
}
