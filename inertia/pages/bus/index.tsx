import { useState } from 'react'
import {
  Card,
  DataTable,
  EmptyState,
  KeyValue,
  PageHeader,
  router,
  SimpleGrid,
  Stack,
  StateBadge,
  useConfirm,
  useFormats,
  useT,
  type Column,
} from '@unia/ui'
import { Button, Group, Text } from '@unia/ui'
import { DiscardDrawer } from './discard_drawer.tsx'

export interface Letter {
  id: string
  unit: string
  event: string
  consumer: string
  reason: string
  error: string
  attempts: number
  lastAt: string
  resolution: 'redriven' | 'discarded' | null
  resolutionReason: string | null
}

interface Metrics {
  outboxOldestSeconds: number
  outboxWaiting: number
  deliveriesWaiting: number
  retriesWaiting: number
  parked: number
  deadLettersOpen: number
}

interface Props {
  metrics: Metrics
  rows: Letter[]
  total: number
  page: number
  pageSize: number
  mayResolve: boolean
}

export default function Bus({ metrics, rows, total, page, pageSize, mayResolve }: Props) {
  const t = useT()
  const [discarding, setDiscarding] = useState<Letter | null>(null)
  const columns = useColumns(mayResolve, setDiscarding)
  const options = ['open', 'resolved'].map((value) => ({ value, label: t(`core.bus.state.${value}`) }))
  return (
    <>
      <PageHeader
        title={t('core.bus.title')}
        facts={t('core.bus.facts')}
        state={<Flow metrics={metrics} />}
      />
      <Stack>
        <Figures metrics={metrics} />
        <DataTable
          id="core.bus"
          caption={t('core.bus.letters')}
          rows={rows}
          total={total}
          page={page}
          pageSize={pageSize}
          sort="last"
          columns={columns}
          rowLabel={(row) => row.event}
          searchable={false}
          filterDefs={[{ id: 'state', label: t('core.bus.column.state'), kind: 'select', options }]}
          empty={
            <EmptyState icon="check" title={t('core.bus.empty')}>
              {t('core.bus.empty.text')}
            </EmptyState>
          }
        />
      </Stack>
      <DiscardDrawer letter={discarding} onClose={() => setDiscarding(null)} />
    </>
  )
}

/** Warned at one minute, serious at five (domain: integration bus). */
function Flow({ metrics }: { metrics: Metrics }) {
  const t = useT()
  const { outboxOldestSeconds: oldest } = metrics
  const state = oldest > 300 ? 'critical' : oldest > 60 ? 'warning' : 'ok'
  return <StateBadge state={state}>{t(`core.bus.flow.${state}`)}</StateBadge>
}

function Figures({ metrics }: { metrics: Metrics }) {
  const t = useT()
  const { formatNumber } = useFormats()
  const seconds = Math.round(metrics.outboxOldestSeconds)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Card title={t('core.bus.waiting')}>
        <KeyValue
          items={[
            { label: t('core.bus.waiting.new'), value: formatNumber(metrics.outboxWaiting) },
            {
              label: t('core.bus.waiting.oldest'),
              value: seconds ? t('core.bus.seconds', { count: seconds }) : '–',
            },
            { label: t('core.bus.waiting.delivery'), value: formatNumber(metrics.deliveriesWaiting) },
          ]}
        />
      </Card>
      <Card title={t('core.bus.trouble')}>
        <KeyValue
          items={[
            { label: t('core.bus.trouble.retry'), value: formatNumber(metrics.retriesWaiting) },
            { label: t('core.bus.trouble.parked'), value: formatNumber(metrics.parked) },
            { label: t('core.bus.trouble.dead'), value: formatNumber(metrics.deadLettersOpen) },
          ]}
        />
      </Card>
    </SimpleGrid>
  )
}

function useColumns(mayResolve: boolean, discard: (letter: Letter) => void): Column<Letter>[] {
  const t = useT()
  const { formatDateTime } = useFormats()
  return [
    { id: 'event', header: t('core.bus.column.event'), cell: (row) => row.event, priority: 1 },
    { id: 'unit', header: t('core.bus.column.unit'), cell: (row) => row.unit },
    { id: 'consumer', header: t('core.bus.column.consumer'), cell: (row) => row.consumer },
    {
      id: 'reason',
      header: t('core.bus.column.reason'),
      cell: (row) => (
        <>
          {row.reason}
          <Text size="xs" c="dimmed">
            {row.error}
          </Text>
        </>
      ),
    },
    {
      id: 'attempts',
      header: t('core.bus.column.attempts'),
      align: 'end',
      cell: (row) => row.attempts,
      priority: 3,
    },
    { id: 'last', header: t('core.bus.column.last'), cell: (row) => formatDateTime(row.lastAt), priority: 3 },
    {
      id: 'state',
      header: t('core.bus.column.state'),
      cell: (row) =>
        row.resolution ? (
          <>
            {t(`core.bus.resolution.${row.resolution}`)}
            {row.resolutionReason && `: ${row.resolutionReason}`}
          </>
        ) : mayResolve ? (
          <Resolve letter={row} onDiscard={discard} />
        ) : (
          t('core.bus.state.open')
        ),
    },
  ]
}

function Resolve({ letter, onDiscard }: { letter: Letter; onDiscard: (letter: Letter) => void }) {
  const t = useT()
  const confirm = useConfirm()
  const redrive = async () => {
    const agreed = await confirm({
      title: t('core.bus.redrive.title'),
      text: t('core.bus.redrive.text', { consumer: letter.consumer }),
      confirm: t('core.bus.redrive'),
    })
    if (agreed) router.post(`/city/bus/dead-letters/${letter.id}/redrive`, {}, { preserveScroll: true })
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="xs" variant="default" onClick={() => void redrive()}>
        {t('core.bus.redrive')}
      </Button>
      <Button size="xs" variant="subtle" color="danger" onClick={() => onDiscard(letter)}>
        {t('core.bus.discard')}
      </Button>
    </Group>
  )
}
