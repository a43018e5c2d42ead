import {
  ActionIcon,
  Anchor,
  Button,
  Card,
  Group,
  Icon,
  Link,
  router,
  Stack,
  StateBadge,
  Text,
  useT,
} from '@unia/ui'
import type { PupilCard } from '#secretariat/transformers/pupil_card'

interface Props {
  guardians: (PupilCard['guardians'][number] & { maySeeAddress?: boolean; courtNotes?: number })[]
  href: string
  mayEdit: boolean
  mayContact: boolean
  mayCourt: boolean
}

/** Whom to call, in the order in which they want to be called. */
export function Guardians({ guardians, href, mayEdit, mayContact, mayCourt }: Props) {
  const t = useT()
  const add = mayEdit && (
    <Button component={Link} href={`${href}/guardians/create`} variant="default" size="compact-md">
      {t('secretariat.card.add_guardian')}
    </Button>
  )
  return (
    <Card title={t('secretariat.card.guardians')} aside={add}>
      {guardians.length === 0 && <Text c="dimmed">{t('secretariat.card.no_guardians')}</Text>}
      <Stack gap="sm">
        {guardians.map((guardian) => (
          <div key={guardian.id}>
            <Group gap="xs">
              {mayEdit ? (
                <Anchor
                  component={Link}
                  href={`${href}/guardians/${guardian.id}/edit`}
                  aria-label={t('secretariat.card.edit_guardian', { name: guardian.name })}
                >
                  {guardian.name}
                </Anchor>
              ) : (
                <span>{guardian.name}</span>
              )}
              <Text c="dimmed" component="span">
                {kinshipName(guardian.kinship, t)}
              </Text>
            </Group>
            <Group gap="md">
              {guardian.phone && (
                <Anchor href={`tel:${guardian.phone.replaceAll(' ', '')}`}>{guardian.phone}</Anchor>
              )}
              {guardian.email && <Anchor href={`mailto:${guardian.email}`}>{guardian.email}</Anchor>}
              {guardian.maySeeAddress === false && (
                <StateBadge state="critical">{t('secretariat.guardian.hidden_address')}</StateBadge>
              )}
              {mayContact && !mayEdit && (
                <Anchor component={Link} href={`${href}/guardians/${guardian.id}/contact`}>
                  {t('secretariat.guardian.change_contact', { name: guardian.name })}
                </Anchor>
              )}
              {mayCourt && (
                <Anchor component={Link} href={`${href}/guardians/${guardian.id}/court-notes`}>
                  {t('secretariat.guardian.court_notes', { count: guardian.courtNotes ?? 0 })}
                </Anchor>
              )}
              {mayEdit && guardians.length > 1 && (
                <Order href={`${href}/guardians/${guardian.id}/contact-order`} name={guardian.name} />
              )}
            </Group>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

function Order({ href, name }: { href: string; name: string }) {
  const t = useT()
  return (
    <Group gap={4}>
      {(['up', 'down'] as const).map((direction) => (
        <ActionIcon
          key={direction}
          variant="subtle"
          aria-label={t(`secretariat.guardian.${direction === 'up' ? 'earlier' : 'later'}`, { name })}
          onClick={() => router.put(href, { direction }, { preserveScroll: true })}
        >
          <Icon name={direction === 'up' ? 'chevron-up' : 'chevron-down'} size={18} />
        </ActionIcon>
      ))}
    </Group>
  )
}

/** The proposed words are translated; others stand as written. */
export function kinshipName(kinship: string, t: ReturnType<typeof useT>): string {
  const key = `secretariat.kinship.${kinship}`
  const name = t(key)
  return name === key ? kinship : name
}
