import { Checkbox, Stack, Text, useT } from '@unia/ui'
import type { ParentChoice } from '#ops/queries/inventory_entity'

interface Props {
  choices: ParentChoice[]
  value: string[]
  error?: string
  onChange: (ids: string[]) => void
}

/** What stands between an entity and the city: while all of it is down, the entity is cut off and nobody is told twice. */
export function ParentsField({ choices, value, error, onChange }: Props) {
  const t = useT()
  if (!choices.length) return <Text size="sm">{t('ops-console.inventory.field.no_parents')}</Text>
  return (
    <Checkbox.Group
      label={t('ops-console.inventory.field.parents')}
      description={t('ops-console.inventory.field.parents_hint')}
      {...{ value, error, onChange }}
    >
      <Stack gap="xs" mt="xs">
        {choices.map(({ value: id, unit, kind, name, key }) => (
          <Checkbox key={id} value={id} label={`${t(`ops-console.kind.${kind}`)} ${name ?? key} · ${unit}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
