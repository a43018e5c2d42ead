import { useState } from 'react'
import {
  Box,
  Button,
  Card,
  Divider,
  EmptyState,
  Flex,
  Group,
  PageHeader,
  Stack,
  Text,
  TextInput,
  Title,
  useT,
} from '@unia/ui'
import { EnterDrawer, WithdrawDrawer } from './drawers.tsx'
import { History } from './history.tsx'
import type { CityValue, Parameter } from './types.ts'
import { Range, Value, VerifyMark } from './value.tsx'

interface Props {
  parameters: Parameter[]
  today: string
  mayChange: boolean
}

export default function Parameters({ parameters, today, mayChange }: Props) {
  const t = useT()
  const [wanted, setWanted] = useState('')
  const [entering, setEntering] = useState<Parameter | null>(null)
  const [withdrawing, setWithdrawing] = useState<CityValue | null>(null)
  const shown = parameters.filter(({ name, source, id }) => matches(wanted, name, source, id))
  const unverified = parameters.filter(({ now }) => now?.verify).length
  return (
    <>
      <PageHeader
        title={t('core.parameters.title')}
        facts={t('core.parameters.facts', { count: parameters.length, unverified })}
      />
      {parameters.length === 0 ? (
        <EmptyState icon="adjustments" title={t('core.parameters.empty')}>
          {t('core.parameters.empty.text')}
        </EmptyState>
      ) : (
        <Stack>
          <TextInput
            label={t('core.parameters.search')}
            value={wanted}
            maw={420}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          {[...Map.groupBy(shown, ({ plugin }) => plugin)].map(([plugin, own]) => (
            <Card key={plugin} title={plugin}>
              {own.map((parameter, at) => (
                <div key={parameter.id}>
                  {at > 0 && <Divider />}
                  <Row
                    parameter={parameter}
                    onEnter={mayChange ? () => setEntering(parameter) : undefined}
                    onWithdraw={mayChange ? setWithdrawing : undefined}
                  />
                </div>
              ))}
            </Card>
          ))}
        </Stack>
      )}
      <EnterDrawer parameter={entering} today={today} onClose={() => setEntering(null)} />
      <WithdrawDrawer value={withdrawing} onClose={() => setWithdrawing(null)} />
    </>
  )
}

const matches = (wanted: string, ...texts: string[]) =>
  texts.some((text) => text.toLocaleLowerCase('pl').includes(wanted.trim().toLocaleLowerCase('pl')))

interface RowProps {
  parameter: Parameter
  onEnter?: () => void
  onWithdraw?: (value: CityValue) => void
}

function Row({ parameter, onEnter, onWithdraw }: RowProps) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { now, name, source } = parameter
  return (
    <Box component="article" py="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Title order={3} size="h5">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {source}
          </Text>
        </Stack>
        <Flex direction="column" gap={2} align={{ base: 'flex-start', sm: 'flex-end' }}>
          {now ? (
            <>
              <Group gap="xs">
                <VerifyMark verify={now.verify} />
                <strong>
                  <Value of={parameter} value={now.value} />
                </strong>
              </Group>
              <Text size="sm" c="dimmed">
                {t(`core.parameters.origin.${now.origin}`)} · <Range {...now} />
              </Text>
            </>
          ) : (
            <Text size="sm">{t('core.parameters.unset')}</Text>
          )}
        </Flex>
      </Group>
      <Group gap="xs">
        <Button variant="subtle" size="compact-sm" px={0} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('core.parameters.history')}
        </Button>
        {onEnter && (
          <Button variant="subtle" size="compact-sm" onClick={onEnter}>
            {t('core.parameters.enter')}
          </Button>
        )}
      </Group>
      {open && <History parameter={parameter} onWithdraw={onWithdraw} />}
    </Box>
  )
}
