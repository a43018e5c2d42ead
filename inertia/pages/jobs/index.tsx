import {
  DataTable,
  EmptyState,
  PageHeader,
  StateBadge,
  useFormats,
  useShared,
  useT,
  type Column,
} from '@unia/ui'
import type { Run } from './run.ts'
import { useRunChanges } from './use_run_changes.ts'

interface Props {
  rows: Run[]
  total: number
  page: number
  pageSize: number
  /** Everybody's runs, not only one's own. */
  all: boolean
}

const STATES = {
  waiting: 'unknown',
  running: 'maintenance',
  done: 'ok',
  failed: 'critical',
  cancelled: 'unknown',
} as const

export default function Jobs({ rows, total, page, pageSize, all }: Props) {
  const t = useT()
  const { unit } = useShared()
  // Who sees all runs sees new ones of others too.
  useRunChanges(['rows', 'total'], (id) => all || rows.some((row) => row.id === id))
  const columns = useColumns(all)
  const options = ['queued', 'running', 'done', 'failed', 'cancelled'].map((value) => ({
    value,
    label: t(`core.jobs.state.${value}`),
  }))
  return (
    <>
      <PageHeader
        title={t('core.jobs.title')}
        facts={t(all ? 'core.jobs.facts.all' : 'core.jobs.facts', { count: total })}
      />
      <DataTable
        id="core.jobs"
        caption={t('core.jobs.title')}
        rows={rows}
        total={total}
        page={page}
        pageSize={pageSize}
        sort="created"
        columns={columns}
        rowHref={(row) => `/${unit!.slug}/jobs/${row.id}`}
        rowLabel={(row) => row.title}
        searchable={false}
        filterDefs={[{ id: 'state', label: t('core.jobs.column.state'), kind: 'select', options }]}
        only={['rows', 'total', 'page', 'pageSize']}
        empty={
          <EmptyState icon="progress" title={t('core.jobs.empty')}>
            {t('core.jobs.empty.text')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(all: boolean): Column<Run>[] {
  const t = useT()
  const { formatDateTime, formatNumber } = useFormats()
  const by: Column<Run> = {
    id: 'by',
    header: t('core.jobs.column.by'),
    cell: (row) => row.by ?? t('core.jobs.by.schedule'),
    priority: 3,
  }
  return [
    { id: 'title', header: t('core.jobs.column.title'), cell: (row) => row.title, priority: 1 },
    {
      id: 'state',
      header: t('core.jobs.column.state'),
      cell: (row) => <StateBadge state={STATES[row.status]}>{t(`ui.job.${row.status}`)}</StateBadge>,
    },
    {
      id: 'progress',
      header: t('core.jobs.column.progress'),
      align: 'end',
      cell: (row) => (
        <span className="u-tabular">
          {row.total ? `${formatNumber(row.done)} / ${formatNumber(row.total)}` : '–'}
        </span>
      ),
    },
    ...(all ? [by] : []),
    { id: 'created', header: t('core.jobs.column.created'), cell: (row) => formatDateTime(row.createdAt) },
  ]
}
