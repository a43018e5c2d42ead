import { DataTable, EmptyState, PageHeader, StateBadge, useFormats, useT } from '@unia/ui'
import type { Column } from '@unia/ui'
import type { ComputerRow } from '#ops/queries/endpoint_computers'

interface Props {
  rows: ComputerRow[]
  total: number
  page: number
  pageSize: number
}

const STATES = ['infected', 'outdated', 'online', 'offline', 'unmapped']
const HERE = '/city/ops-console/endpoints'

/** Every protected computer of the city. */
export default function EndpointComputers({ rows, total, page, pageSize }: Props) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('ops-console.endpoints.computers')}
        facts={t('ops-console.endpoints.computers_count', { count: total })}
        primary={{ label: t('ops-console.menu.endpoints_city'), icon: 'shield', href: HERE }}
      />
      <DataTable
        id="ops-console.endpoint_computers"
        caption={t('ops-console.endpoints.computers')}
        {...{ rows, total, page, pageSize }}
        sort="unit"
        columns={useColumns()}
        rowLabel={(row) => row.name}
        searchLabel={t('ops-console.endpoints.search')}
        filterDefs={[
          {
            ...{ id: 'state', kind: 'select', label: t('ops-console.field.state') },
            options: STATES.map((value) => ({ value, label: t(`ops-console.endpoints.filter.${value}`) })),
          },
        ]}
        exportHref={`${HERE}/computers/export`}
        empty={<EmptyState icon="shield" title={t('ops-console.endpoints.no_computers')} />}
      />
    </>
  )
}

function useColumns(): Column<ComputerRow>[] {
  const t = useT()
  const { formatDate, formatDateTime } = useFormats()
  const title = (field: string) => t(`ops-console.endpoints.field.${field}`)
  return [
    { id: 'name', header: title('computer'), sortable: true, priority: 1, cell: (row) => row.name },
    { id: 'unit', header: title('unit'), sortable: true, cell: (row) => row.shortName },
    {
      ...{ id: 'state', header: t('ops-console.field.state') },
      cell: (row) => {
        const state = row.infected ? 'critical' : row.outdated ? 'warning' : row.online ? 'ok' : 'unknown'
        const name = row.infected ? 'infected' : row.outdated ? 'outdated' : row.online ? 'online' : 'offline'
        return <StateBadge state={state}>{t(`ops-console.endpoints.filter.${name}`)}</StateBadge>
      },
    },
    {
      ...{ id: 'definitions', header: title('definitions'), sortable: true },
      cell: (row) => (row.definitionsOn ? formatDate(row.definitionsOn) : '–'),
    },
    {
      ...{ id: 'seen', header: title('seen'), sortable: true },
      cell: (row) => (row.lastSeenAt ? formatDateTime(row.lastSeenAt) : '–'),
    },
    { id: 'group', header: title('group'), priority: 3, cell: (row) => row.group },
  ]
}
