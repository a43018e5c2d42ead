import {
  DataTable,
  EmptyState,
  Link,
  PageHeader,
  StateBadge,
  Text,
  useFormats,
  useT,
  type Column,
} from '@unia/ui'

interface Row {
  slug: string
  tenant_slug: string
  name: string
  short_name: string
  kindName: string
  district: string | null
  street: string | null
  status: string
  statusName: string
  confirmed: boolean
  unverified: string[]
  pupils_estimate: number | null
  plugins_on: number
  plugins_granted: number
}

interface Props {
  rows: Row[]
  total: number
  page: number
  pageSize: number
  sort: string
  kinds: { value: string; label: string }[]
  districts: string[]
}

const STATUSES = ['active', 'merged', 'unknown']

export default function Units({ rows, total, page, pageSize, sort, kinds, districts }: Props) {
  const t = useT()
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('core.units.title')} facts={t('core.units.facts', { count: total })} />
      <DataTable
        id="core.units"
        caption={t('core.units.title')}
        rows={rows}
        total={total}
        page={page}
        pageSize={pageSize}
        sort={sort}
        columns={columns}
        rowKey={(row) => row.slug}
        rowLabel={(row) => row.short_name}
        searchLabel={t('core.units.search')}
        exportHref="/city/units/export"
        filterDefs={[
          { id: 'kind', label: t('core.units.column.kind'), kind: 'select', options: kinds },
          {
            id: 'district',
            label: t('core.units.column.district'),
            kind: 'select',
            options: districts.map((value) => ({ value, label: value })),
          },
          {
            id: 'status',
            label: t('core.units.column.status'),
            kind: 'select',
            options: STATUSES.map((value) => ({ value, label: t(`core.units.status.${value}`) })),
          },
        ]}
        empty={
          <EmptyState icon="building-community" title={t('core.units.empty')}>
            {t('core.units.empty.text')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Row>[] {
  const t = useT()
  const { formatNumber } = useFormats()
  return [
    {
      id: 'name',
      header: t('core.units.column.name'),
      sortable: true,
      priority: 1,
      cell: (row) => (
        <>
          <strong>{row.short_name}</strong>
          <Text size="xs" c="dimmed">
            {row.name}
          </Text>
        </>
      ),
    },
    { id: 'kind', header: t('core.units.column.kind'), sortable: true, cell: (row) => row.kindName },
    {
      id: 'district',
      header: t('core.units.column.district'),
      sortable: true,
      priority: 3,
      cell: (row) => row.district ?? '–',
    },
    {
      id: 'street',
      header: t('core.units.column.street'),
      priority: 3,
      defaultHidden: true,
      cell: (row) => row.street ?? '–',
    },
    {
      id: 'status',
      header: t('core.units.column.status'),
      sortable: true,
      cell: (row) => (
        <StateBadge state={row.status === 'active' ? 'ok' : 'unknown'}>{row.statusName}</StateBadge>
      ),
    },
    {
      id: 'verified',
      header: t('core.units.column.verified'),
      priority: 3,
      cell: (row) =>
        row.confirmed && row.unverified.length === 0
          ? t('core.units.verified')
          : t('core.units.unverified', { count: Math.max(1, row.unverified.length) }),
    },
    {
      id: 'pupils',
      header: t('core.units.column.pupils'),
      sortable: true,
      align: 'end',
      cell: (row) => (row.pupils_estimate === null ? '–' : formatNumber(row.pupils_estimate)),
    },
    {
      id: 'plugins',
      header: t('core.units.column.plugins'),
      sortable: true,
      align: 'end',
      cell: (row) => (
        <Link href={`/city/plugins`} className="u-tabular">
          {row.plugins_on} / {row.plugins_granted}
        </Link>
      ),
    },
  ]
}
