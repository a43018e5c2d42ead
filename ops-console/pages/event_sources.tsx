import { useState } from 'react'
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  Modal,
  PageHeader,
  SelectField,
  useFormats,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { Column } from '@unia/ui'
import type { QuarantineRow } from '#ops/queries/quarantine_list'

interface Props {
  rows: QuarantineRow[]
  total: number
  page: number
  pageSize: number
  mayAssign: boolean
  devices: { value: string; label: string }[]
}

const REASONS = ['unknown_source', 'unknown_serial', 'unknown_address', 'foreign_serial', 'credential']

/** Senders nobody knows, and whose they are. */
export default function EventSources({ rows, total, page, pageSize, mayAssign, devices }: Props) {
  const t = useT()
  const [chosen, setChosen] = useState<QuarantineRow | null>(null)
  return (
    <>
      <PageHeader
        title={t('ops-console.event_sources.title')}
        facts={t('ops-console.event_sources.facts')}
        breadcrumbs={[
          { label: t('ops-console.events.title'), href: '/city/ops-console/events' },
          { label: t('ops-console.event_sources.title') },
        ]}
      />
      <DataTable
        id="ops-console.event_sources"
        caption={t('ops-console.event_sources.title')}
        {...{ rows, total, page, pageSize }}
        sort="-lastAt"
        columns={useColumns(mayAssign, setChosen)}
        rowLabel={(row) => row.source}
        searchLabel={t('ops-console.event_sources.search')}
        filterDefs={[
          {
            ...{ id: 'reason', kind: 'select', label: t('ops-console.event_sources.reason') },
            options: REASONS.map((value) => ({
              value,
              label: t(`ops-console.event_sources.reason.${value}`),
            })),
          },
        ]}
        empty={<EmptyState icon="circle-check" title={t('ops-console.event_sources.empty')} />}
      />
      <Modal
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('ops-console.event_sources.assign_title', { source: chosen?.source ?? '' })}
      >
        {chosen && <Assign row={chosen} devices={devices} onDone={() => setChosen(null)} />}
      </Modal>
    </>
  )
}

function Assign({
  row,
  devices,
  onDone,
}: {
  row: QuarantineRow
  devices: Props['devices']
  onDone: () => void
}) {
  const t = useT()
  const form = useUniaForm({ source: row.source, serial: row.serial, deviceId: '' })
  return (
    <Form
      form={form}
      action="/city/ops-console/events/sources"
      submitLabel={t('ops-console.event_sources.assign')}
      onSuccess={onDone}
    >
      <p>{t('ops-console.event_sources.assign_hint', { serial: row.serial || '–' })}</p>
      <SelectField name="deviceId" label={t('ops-console.events.device')} options={devices} required />
    </Form>
  )
}

function useColumns(mayAssign: boolean, onAssign: (row: QuarantineRow) => void): Column<QuarantineRow>[] {
  const t = useT()
  const { formatDateTime, formatNumber } = useFormats()
  const title = (field: string) => t(`ops-console.event_sources.${field}`)
  const columns: Column<QuarantineRow>[] = [
    {
      ...{ id: 'source', header: title('source'), sortable: true, priority: 1 },
      cell: (row) => (row.source === '*' ? title('many') : row.source),
    },
    { id: 'serial', header: title('serial'), cell: (row) => row.serial || '–' },
    { id: 'reason', header: title('reason'), cell: (row) => title(`reason.${row.reason}`) },
    {
      ...{ id: 'count', header: title('count'), sortable: true, align: 'end' },
      cell: (row) => formatNumber(row.count),
    },
    { id: 'lastAt', header: title('last_at'), sortable: true, cell: (row) => formatDateTime(row.lastAt) },
    { id: 'sample', header: title('sample'), priority: 3, cell: (row) => row.sample.slice(0, 120) },
  ]
  if (!mayAssign) return columns
  return [
    ...columns,
    {
      ...{ id: 'assign', header: title('assign') },
      cell: (row) =>
        row.assignable ? (
          <Button size="xs" variant="default" onClick={() => onAssign(row)}>
            {title('assign')}
          </Button>
        ) : (
          '–'
        ),
    },
  ]
}
