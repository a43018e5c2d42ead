import { DataTable, EmptyState, PageHeader, StateBadge, useFormats, useT } from '@unia/ui'
import type { Column, FilterDef } from '@unia/ui'
import type { DeviceRow } from '#ops/queries/device_list'
import { tone } from '../domain/severity.ts'
import { useFact } from './parts/use_fact.ts'

interface Props {
  rows: DeviceRow[]
  total: number
  page: number
  pageSize: number
  models: string[]
}

const STATES = ['DOWN', 'UNREACHABLE', 'UNKNOWN', 'DEGRADED', 'MAINTENANCE', 'UP', 'DISABLED']
const KINDS = ['core', 'cpe', 'edge', 'switch', 'endpoints', 'sepm', 'other']
const ROLLOUTS = ['delivered', 'installed', 'pilot', 'live', 'spare', 'rma']

export default function Devices({ rows, total, page, pageSize, models }: Props) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('ops-console.devices.title')}
        facts={t('ops-console.devices.facts', { count: total })}
        primary={{ label: t('ops-console.menu.wall'), icon: 'layout-grid', href: '/city/ops-console/wall' }}
      />
      <DataTable
        id="ops-console.devices"
        caption={t('ops-console.devices.title')}
        {...{ rows, total, page, pageSize }}
        sort="unit"
        columns={useColumns()}
        rowHref={(row) => `/city/ops-console/devices/${row.id}`}
        rowLabel={(row) => row.shortName}
        searchLabel={t('ops-console.devices.search')}
        filterDefs={filters(models, t)}
        exportHref="/city/ops-console/devices/export"
        empty={<EmptyState icon="router" title={t('ops-console.devices.empty')} />}
      />
    </>
  )
}

function useColumns(): Column<DeviceRow>[] {
  const t = useT()
  const factText = useFact()
  const { formatDateTime } = useFormats()
  const title = (field: string) => t(`ops-console.field.${field}`)
  return [
    { id: 'unit', header: title('unit'), sortable: true, priority: 1, cell: (row) => row.shortName },
    {
      ...{ id: 'state', header: title('state'), sortable: true },
      cell: (row) => <StateBadge state={tone(row)}>{t(`ops-console.state.${row.state}`)}</StateBadge>,
    },
    { id: 'fact', header: title('fact'), cell: (row) => factText(row.fact, Date.now()) || '–' },
    {
      ...{ id: 'since', header: title('since'), sortable: true, priority: 3 },
      cell: (row) => (row.since ? formatDateTime(row.since) : '–'),
    },
    {
      ...{ id: 'kind', header: title('kind'), sortable: true },
      cell: (row) => t(`ops-console.kind.${row.kind}`),
    },
    { id: 'model', header: title('model'), sortable: true, cell: (row) => row.model ?? '–' },
    { id: 'software', header: title('software'), priority: 3, cell: (row) => row.software ?? '–' },
    { id: 'serial', header: title('serial'), sortable: true, priority: 3, cell: (row) => row.serial ?? '–' },
    {
      ...{ id: 'rollout', header: title('rollout'), sortable: true },
      cell: (row) =>
        [t(`ops-console.rollout.${row.rollout}`), row.simulated && t('ops-console.simulated')]
          .filter(Boolean)
          .join(' · '),
    },
  ]
}

function filters(models: string[], t: ReturnType<typeof useT>): FilterDef[] {
  const select = (id: string, options: { value: string; label: string }[]): FilterDef => ({
    ...{ id, options },
    kind: 'select',
    label: t(`ops-console.field.${id}`),
  })
  return [
    select(
      'state',
      STATES.map((value) => ({ value, label: t(`ops-console.state.${value}`) }))
    ),
    select(
      'kind',
      KINDS.map((value) => ({ value, label: t(`ops-console.kind.${value}`) }))
    ),
    select(
      'model',
      models.map((value) => ({ value, label: value }))
    ),
    select(
      'rollout',
      ROLLOUTS.map((value) => ({ value, label: t(`ops-console.rollout.${value}`) }))
    ),
  ]
}
