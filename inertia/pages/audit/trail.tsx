import {
  Code,
  DataTable,
  EmptyState,
  PageHeader,
  Text,
  useFormats,
  useT,
  type Column,
  type FilterDef,
} from '@unia/ui'

export interface TrailRow {
  id: string
  at: string
  unit: string | null
  actor: string | null
  role: string | null
  address: string | null
  actionName: string
  objectName: string
  objectId: string | null
  changes: { field: string; before: string | null; after: string | null }[]
}

interface Choice {
  value: string
  label: string
}

export interface TrailProps {
  rows: TrailRow[]
  total: number
  page: number
  pageSize: number
  sort: string
  period: { from: string; to: string }
  actions: Choice[]
  objects: Choice[]
  /** Only in the city's trail. */
  units?: Choice[]
}

/** Who changed what, as whom, when and from where; before and after side by side. */
export function Trail(props: TrailProps & { exportHref?: string }) {
  const { rows, total, period, units } = props
  const t = useT()
  const { formatDate } = useFormats()
  const columns = useColumns(Boolean(units))
  const filterDefs: FilterDef[] = [
    { id: 'from', label: t('core.audit.from'), kind: 'date' },
    { id: 'to', label: t('core.audit.to'), kind: 'date' },
    ...(units
      ? [{ id: 'unit', label: t('core.audit.column.unit'), kind: 'select' as const, options: units }]
      : []),
    { id: 'actor', label: t('core.audit.column.actor'), kind: 'text' },
    { id: 'action', label: t('core.audit.column.action'), kind: 'select', options: props.actions },
    { id: 'object', label: t('core.audit.column.object'), kind: 'select', options: props.objects },
    { id: 'object_id', label: t('core.audit.column.object_id'), kind: 'text' },
  ]
  return (
    <>
      <PageHeader
        title={t('core.audit.title')}
        facts={t('core.audit.facts', {
          count: total,
          from: formatDate(period.from),
          to: formatDate(period.to),
        })}
      />
      <DataTable
        id="core.audit"
        caption={t('core.audit.title')}
        rows={rows}
        total={total}
        page={props.page}
        pageSize={props.pageSize}
        sort={props.sort}
        columns={columns}
        rowLabel={(row) => `${row.actionName} ${row.objectName}`}
        searchable={false}
        filterDefs={filterDefs}
        exportHref={props.exportHref}
        empty={
          <EmptyState icon="history" title={t('core.audit.empty')}>
            {t('core.audit.empty.text')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(city: boolean): Column<TrailRow>[] {
  const t = useT()
  const { formatDateTime } = useFormats()
  const unit: Column<TrailRow> = {
    id: 'unit',
    header: t('core.audit.column.unit'),
    cell: (row) => row.unit ?? '–',
  }
  return [
    {
      id: 'at',
      header: t('core.audit.column.at'),
      sortable: true,
      priority: 1,
      cell: (row) => <time dateTime={row.at}>{formatDateTime(row.at)}</time>,
    },
    ...(city ? [unit] : []),
    { id: 'actor', header: t('core.audit.column.actor'), cell: (row) => <Actor row={row} /> },
    { id: 'action', header: t('core.audit.column.action'), cell: (row) => row.actionName },
    { id: 'object', header: t('core.audit.column.object'), cell: (row) => row.objectName },
    {
      id: 'changes',
      header: t('core.audit.column.changes'),
      cell: (row) => <Changes changes={row.changes} />,
    },
    {
      id: 'address',
      header: t('core.audit.column.address'),
      cell: (row) => row.address ?? '–',
      priority: 3,
      defaultHidden: true,
    },
    {
      id: 'object_id',
      header: t('core.audit.column.object_id'),
      cell: (row) => row.objectId ?? '–',
      priority: 3,
      defaultHidden: true,
    },
  ]
}

function Actor({ row }: { row: TrailRow }) {
  const t = useT()
  return (
    <>
      {row.actor ?? t('core.audit.system')}
      {row.role && (
        <Text size="xs" c="dimmed">
          {row.role}
        </Text>
      )}
    </>
  )
}

const MOST = 6

function Changes({ changes }: { changes: TrailRow['changes'] }) {
  const t = useT()
  if (changes.length === 0) return '–'
  return (
    <>
      <dl style={{ margin: 0 }}>
        {changes.slice(0, MOST).map(({ field, before, after }) => (
          <div key={field}>
            <dt style={{ display: 'inline' }}>{field}: </dt>
            <dd style={{ display: 'inline', margin: 0 }}>
              {before !== null && <del>{short(before)}</del>}
              {before !== null && after !== null && ' → '}
              {after !== null ? <ins style={{ textDecoration: 'none' }}>{short(after)}</ins> : <Code>∅</Code>}
            </dd>
          </div>
        ))}
      </dl>
      {changes.length > MOST && (
        <Text size="xs" c="dimmed">
          {t('core.audit.more', { count: changes.length - MOST })}
        </Text>
      )}
    </>
  )
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
