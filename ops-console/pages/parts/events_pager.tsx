import { Button, Group, Icon, Link, Text, usePage, useT } from '@unia/ui'

interface Props {
  shown: number
  /** Where the next page begins; null: there is none. */
  older: string | null
  first: boolean
}

/** Older events page by page; how many there are in all is not counted. */
export function EventsPager({ shown, older, first }: Props) {
  const t = useT()
  const { url } = usePage()
  return (
    <Group component="nav" aria-label={t('ops-console.events.pages')} justify="space-between" p="sm">
      <Text size="sm">{t('ops-console.events.shown', { count: shown })}</Text>
      <Group gap="xs">
        {!first && (
          <Button variant="default" component={Link} href={starting(url, null)}>
            {t('ops-console.events.newest')}
          </Button>
        )}
        {older && (
          <Button
            variant="default"
            component={Link}
            href={starting(url, older)}
            rightSection={<Icon name="chevron-right" size={16} />}
          >
            {t('ops-console.events.older')}
          </Button>
        )}
      </Group>
    </Group>
  )
}

function starting(url: string, key: string | null) {
  const { pathname, searchParams } = new URL(url, 'http://unia')
  if (key) searchParams.set('page', key)
  else searchParams.delete('page')
  return searchParams.size ? `${pathname}?${searchParams}` : pathname
}
