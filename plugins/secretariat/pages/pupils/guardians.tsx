import { Anchor, Button, Card, Group, Link, Stack, Text, useT } from '@unia/ui'
import type { PupilCard } from '#secretariat/transformers/pupil_card'

interface Props {
  guardians: PupilCard['guardians']
  href: string
  mayEdit: boolean
}

/** Whom to call, in the order in which they want to be called. */
export function Guardians({ guardians, href, mayEdit }: Props) {
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
            </Group>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

/** The proposed words are translated; others stand as written. */
export function kinshipName(kinship: string, t: ReturnType<typeof useT>): string {
  const key = `secretariat.kinship.${kinship}`
  const name = t(key)
  return name === key ? kinship : name
}
