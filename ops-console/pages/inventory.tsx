import { DataTable, EmptyState, PageHeader, StateBadge, useT } from '@unia/ui'
import type { Column, FilterDef } from '@unia/ui'
import type { InventoryRow } from '#ops/queries/inventory_list'
import { tone } from '../domain/severity.ts'

interface Props {
  rows: InventoryRow[]
  total: number
  page: number
  pageSize: number
}

const BASE = '/city/ops-console/inventory'

/** Everything that is watched or could be: the IT department's own list. */
export default function Inventory({ rows, total, page, pageSize }: Props) {
  const t = useT()
  const text = (key: string) => t(`ops-console.inventory.${key}`)
  return (
    <>
      <PageHeader
        title={text('title')}
        facts={t('ops-console.inventory.facts', { count: total })}
        primary={{ label: text('add'), icon: 'plus', href: `${BASE}/create` }}
        more={[
          { label: text('import.title'), icon: 'upload', href: `${BASE}/import` },
          { label: text('discovery.title'), icon: 'search', href: `${BASE}/discovery` },
        ]}
      />
      <DataTable
        id="ops-console.inventory"
        caption={text('title')}
        {...{ rows, total, page, pageSize }}
        sort="unit"
        columns={useColumns()}
        rowHref={(row) => `${BASE}/${row.id}`}
        rowLabel={(row) => `${row.shortName}, ${row.name ?? t(`ops-console.kind.${row.kind}`)}`}
        searchLabel={text('search')}
        filterDefs={useFilters()}
        exportHref={`${BASE}/export`}
        empty={<EmptyState icon="clipboard-list" title={text('empty')} />}
      />
    </>
  )
}

function useColumns(): Column<InventoryRow>[] {
  const t = useT()
  const title = (field: string) => t(`ops-console.inventory.column.${field}`)
  return [
    { id: 'unit', header: title('unit'), sortable: true, priority: 1, cell: (row) => row.shortName },
    {
      ...{ id: 'kind', header: title('kind'), sortable: true },
      cell: (row) => t(`ops-console.kind.${row.kind}`),
    },
    { id: 'name', header: title('name'), sortable: true, cell: (row) => row.name ?? row.key },
    { id: 'model', header: title('model'), sortable: true, cell: (row) => row.model ?? '–' },
    { id: 'host', header: title('host'), sortable: true, cell: (row) => row.host ?? '–' },
    { id: 'way', header: title('way'), cell: (row) => wayText(row, t) },
    {
      ...{ id: 'secrets', header: title('secrets') },
      cell: (row) => t(`ops-console.inventory.secrets.${secretState(row)}`),
    },
    {
      ...{ id: 'simulated', header: title('played') },
      cell: (row) => t(`ops-console.inventory.played.${row.simulated ? 'simulated' : 'real'}`),
    },
    {
      ...{ id: 'rollout', header: title('rollout'), sortable: true, priority: 3 },
      cell: (row) => t(`ops-console.rollout.${row.rollout}`),
    },
    {
      ...{ id: 'state', header: title('state'), sortable: true },
      cell: (row) =>
        row.polled ? (
          <StateBadge state={tone({ state: row.state, fact: null })}>
            {t(`ops-console.state.${row.state}`)}
          </StateBadge>
        ) : (
          t('ops-console.inventory.not_polled')
        ),
    },
  ]
}

const secretState = ({ secrets, simulated, snmp, api }: InventoryRow) => {
  if (secrets.length) return 'set'
  return simulated || (snmp === 'none' && !api) ? 'not_needed' : 'missing'
}

function wayText({ snmp, api }: InventoryRow, t: ReturnType<typeof useT>): string {
  const ways = [
    ...(snmp === 'none' ? [] : [t(`ops-console.inventory.way.${snmp}`)]),
    ...(api ? [t(`ops-console.inventory.way.${api}`)] : []),
  ]
  return ways.join(' + ') || t('ops-console.inventory.way.none')
}

const OPTIONS = {
  kind: ['core', 'sepm', 'cpe', 'edge', 'switch', 'endpoints', 'other'],
  played: ['real', 'simulated'],
  secret: ['set', 'missing'],
  state: ['DOWN', 'UNREACHABLE', 'UNKNOWN', 'DEGRADED', 'MAINTENANCE', 'UP', 'DISABLED'],
  rollout: ['delivered', 'installed', 'pilot', 'live', 'spare', 'rma', 'retired'],
  origin: ['file', 'hand', 'import', 'discovery'],
}
const WORDS: Record<string, string> = {
  ...{ kind: 'ops-console.kind', state: 'ops-console.state', rollout: 'ops-console.rollout' },
  ...{ played: 'ops-console.inventory.played', secret: 'ops-console.inventory.secrets' },
  origin: 'ops-console.inventory.origin',
}

function useFilters(): FilterDef[] {
  const t = useT()
  return Object.entries(OPTIONS).map(([id, values]) => ({
    ...{
      id,
      kind: 'select' as const,
      label: t(`ops-console.inventory.column.${id === 'secret' ? 'secrets' : id}`),
    },
    options: values.map((value) => ({ value, label: t(`${WORDS[id]}.${value}`) })),
  }))
}
