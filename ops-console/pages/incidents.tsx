import { DataTable, EmptyState, PageHeader, StateBadge, useFormats, useT } from '@unia/ui'
import type { Column, FilterDef } from '@unia/ui'
import type { IncidentRow } from '#ops/queries/incident_list'
import { useFact } from './parts/use_fact.ts'

interface Props {
  rows: IncidentRow[]
  total: number
  open: number
  page: number
  pageSize: number
}

export default function Incidents({ rows, total, open, page, pageSize }: Props) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('ops-console.incidents.title')}
        facts={t('ops-console.incidents.facts', { open })}
      />
      <DataTable
        id="ops-console.incidents"
        caption={t('ops-console.incidents.title')}
        {...{ rows, total, page, pageSize }}
        sort="-openedAt"
        columns={useColumns()}
        rowHref={(row) => `/city/ops-console/devices/${row.deviceId}`}
        rowLabel={(row) => row.shortName}
        searchLabel={t('ops-console.incidents.search')}
        filterDefs={filters(t)}
        empty={<EmptyState icon="circle-check" title={t('ops-console.incidents.empty')} />}
      />
    </>
  )
}

function useColumns(): Column<IncidentRow>[] {
  const t = useT()
  const factText = useFact()
  const { formatDateTime } = useFormats()
  const title = (field: string) => t(`ops-console.field.${field}`)
  return [
    { id: 'unit', header: title('unit'), sortable: true, priority: 1, cell: (row) => row.shortName },
    {
      ...{ id: 'severity', header: title('severity'), sortable: true },
      cell: (row) => <StateBadge state={row.severity}>{t(`ops-console.check.${row.check}`)}</StateBadge>,
    },
    {
      ...{ id: 'fact', header: title('fact') },
      cell: (row) => factText(row.fact, row.closedAt ? Date.parse(row.closedAt) : Date.now()) || '–',
    },
    {
      id: 'openedAt',
      header: title('opened_at'),
      sortable: true,
      cell: (row) => formatDateTime(row.openedAt),
    },
    {
      ...{ id: 'closedAt', header: title('closed_at'), sortable: true },
      cell: (row) => (row.closedAt ? formatDateTime(row.closedAt) : t('ops-console.incidents.still_open')),
    },
    { id: 'reopened', header: title('reopened'), align: 'end', priority: 3, cell: (row) => row.reopened },
  ]
}

function filters(t: ReturnType<typeof useT>): FilterDef[] {
  const select = (id: string, values: string[]): FilterDef => ({
    ...{ id, kind: 'select', label: t(`ops-console.filter.${id}`) },
    options: values.map((value) => ({ value, label: t(`ops-console.filter.${id}.${value}`) })),
  })
  return [select('state', ['open', 'closed']), select('severity', ['critical', 'warning'])]
}
