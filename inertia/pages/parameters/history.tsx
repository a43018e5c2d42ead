import { Button, Group, Stack, Text, useFormats, useT } from '@unia/ui'
import type { CityValue, Parameter } from './types.ts'
import { Range, Value, VerifyMark } from './value.tsx'

/** All values of a parameter: those of law, and what the city entered and withdrew. */
export function History(props: { parameter: Parameter; onWithdraw?: (value: CityValue) => void }) {
  const { parameter, onWithdraw } = props
  const t = useT()
  return (
    <Stack gap="xs" mt="sm">
      {parameter.city.map((value) => (
        <CityLine key={value.id} parameter={parameter} value={value} onWithdraw={onWithdraw} />
      ))}
      {parameter.declared.map((value) => (
        <Group key={value.from} gap="xs">
          <Text size="sm">{t('core.parameters.origin.law')}:</Text>
          <Value of={parameter} value={value.value} />
          <Text size="sm" c="dimmed">
            <Range {...value} />
          </Text>
          <VerifyMark verify={value.verify} />
          {value.note && <Text size="sm">{value.note}</Text>}
        </Group>
      ))}
    </Stack>
  )
}

function CityLine(props: {
  parameter: Parameter
  value: CityValue
  onWithdraw?: (value: CityValue) => void
}) {
  const { parameter, value, onWithdraw } = props
  const t = useT()
  const { formatDate } = useFormats()
  const who = { who: value.createdBy ?? '–', when: formatDate(value.createdAt) }
  return (
    <Group gap="xs">
      <Text size="sm">{t('core.parameters.origin.city')}:</Text>
      {value.revokedAt ? (
        <del>
          <Value of={parameter} value={value.value} />
        </del>
      ) : (
        <Value of={parameter} value={value.value} />
      )}
      <Text size="sm" c="dimmed">
        <Range {...value} /> · {t('core.parameters.entered', who)}
      </Text>
      <VerifyMark verify={value.verify} />
      {value.note && <Text size="sm">{value.note}</Text>}
      {value.revokedAt && (
        <Text size="sm">
          {t('core.parameters.revoked', { who: value.revokedBy ?? '–', reason: value.revokeReason ?? '' })}
        </Text>
      )}
      {!value.revokedAt && onWithdraw && (
        <Button size="compact-xs" variant="subtle" color="danger" onClick={() => onWithdraw(value)}>
          {t('core.parameters.withdraw')}
        </Button>
      )}
    </Group>
  )
}
