import {
  Card,
  Chart,
  DataTable,
  EmptyState,
  PageHeader,
  StateBadge,
  StatTile,
  useFormats,
  useT,
} from '@unia/ui'
import type { Column, FilterDef } from '@unia/ui'
import type { RolloutRow } from '#ops/queries/rollout_list'
import type { ProgressPoint } from '#ops/rollout/progress'
import { LINK_STATES } from '../domain/link_states.ts'
import { DEVICE_STAGES, linkTone } from './parts/rollout_tone.ts'
import classes from './parts/rollout.module.css'

type Row = RolloutRow & { delay: number | null }

interface Props {
  rows: Row[]
  total: number
  page: number
  pageSize: number
  progress: ProgressPoint[]
  stages: Record<string, number>
  devices: Record<string, number>
  late: number
  blocking: number
}

const BASE = '/city/ops-console/rollout'

/** Links and devices on their way into service, against the plan. */
export default function Rollout({
  rows,
  total,
  page,
  pageSize,
  progress,
  stages,
  devices,
  late,
  blocking,
}: Props) {
  const t = useT()
  const all = Object.values(stages).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <PageHeader
        title={t('ops-console.rollout.title')}
        facts={t('ops-console.rollout.facts', { active: stages.active ?? 0, all })}
      />
      <div className={classes.tiles}>
        <StatTile
          label={t('ops-console.rollout.tile.active')}
          value={`${stages.active ?? 0} / ${all}`}
          href={`${BASE}?f.state=active`}
          state="ok"
        />
        <StatTile
          label={t('ops-console.rollout.tile.testing')}
          value={stages.testing ?? 0}
          href={`${BASE}?f.state=testing`}
        />
        <StatTile
          label={t('ops-console.rollout.tile.pilot')}
          value={devices.pilot ?? 0}
          href={`${BASE}?f.device=pilot`}
        />
        <StatTile
          label={t('ops-console.rollout.tile.late')}
          value={late}
          href={`${BASE}?f.late=late`}
          state={late ? 'warning' : undefined}
        />
        <StatTile
          label={t('ops-console.rollout.tile.blocking')}
          value={blocking}
          href={`${BASE}?f.defects=blocking`}
          state={blocking ? 'critical' : undefined}
        />
      </div>
      <Card>
        <ProgressChart progress={progress} />
      </Card>
      <div className={classes.list}>
        <DataTable
          id="ops-console.rollout"
          caption={t('ops-console.rollout.title')}
          {...{ rows, total, page, pageSize }}
          sort="unit"
          only={['rows', 'total', 'page', 'pageSize']}
          columns={useColumns()}
          rowHref={(row) => `${BASE}/${row.id}`}
          rowLabel={(row) => row.shortName}
          searchLabel={t('ops-console.rollout.search')}
          filterDefs={useFilters()}
          exportHref={`${BASE}/export`}
          empty={<EmptyState icon="checklist" title={t('ops-console.rollout.empty')} />}
        />
      </div>
    </>
  )
}

function ProgressChart({ progress }: Pick<Props, 'progress'>) {
  const t = useT()
  if (!progress.length) return <EmptyState icon="chart-line" title={t('ops-console.rollout.no_plan')} />
  const label = (month: string) => `${month.slice(5, 7)}.${month.slice(0, 4)}`
  return (
    <Chart
      title={t('ops-console.rollout.chart')}
      kind="line"
      axis="category"
      height={220}
      series={[
        {
          id: 'active',
          label: t('ops-console.rollout.chart_active'),
          points: progress.map((one) => ({ at: label(one.month), value: one.active })),
        },
        {
          id: 'planned',
          label: t('ops-console.rollout.chart_planned'),
          pale: true,
          points: progress.map((one) => ({ at: label(one.month), value: one.planned })),
        },
      ]}
    />
  )
}

function useColumns(): Column<Row>[] {
  const t = useT()
  const { formatDate } = useFormats()
  const title = (field: string) => t(`ops-console.rollout.field.${field}`)
  return [
    { id: 'unit', header: title('unit'), sortable: true, priority: 1, cell: (row) => row.shortName },
    {
      ...{ id: 'state', header: title('state'), sortable: true },
      cell: (row) => (
        <StateBadge state={linkTone(row.state)}>{t(`ops-console.link.${row.state}`)}</StateBadge>
      ),
    },
    {
      id: 'since',
      header: title('since'),
      sortable: true,
      priority: 3,
      cell: (row) => formatDate(row.stageSince),
    },
    {
      id: 'planned',
      header: title('planned'),
      sortable: true,
      cell: (row) => (row.plannedOn ? formatDate(row.plannedOn) : '–'),
    },
    {
      id: 'activated',
      header: title('activated'),
      cell: (row) => (row.activatedOn ? formatDate(row.activatedOn) : '–'),
    },
    {
      ...{ id: 'delay', header: title('delay'), align: 'end' },
      cell: (row) => (row.delay === null ? '–' : t('ops-console.rollout.days', { days: row.delay })),
    },
    {
      ...{ id: 'defects', header: title('defects'), sortable: true, align: 'end' },
      cell: (row) =>
        row.blockingDefects
          ? t('ops-console.rollout.defects_blocking', {
              open: row.openDefects,
              blocking: row.blockingDefects,
            })
          : row.openDefects || '–',
    },
    {
      id: 'device',
      header: title('device'),
      cell: (row) => (row.deviceRollout ? t(`ops-console.rollout.${row.deviceRollout}`) : '–'),
    },
  ]
}

function useFilters(): FilterDef[] {
  const t = useT()
  const select = (id: string, values: readonly string[], key: (value: string) => string): FilterDef => ({
    ...{ id, kind: 'select', label: t(`ops-console.rollout.field.${id}`) },
    options: values.map((value) => ({ value, label: t(key(value)) })),
  })
  return [
    select('state', LINK_STATES, (value) => `ops-console.link.${value}`),
    select('device', DEVICE_STAGES, (value) => `ops-console.rollout.${value}`),
    select('late', ['late'], () => 'ops-console.rollout.tile.late'),
    select('defects', ['open', 'blocking'], (value) => `ops-console.rollout.filter.${value}`),
  ]
}
