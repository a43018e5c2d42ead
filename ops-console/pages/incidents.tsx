import { useState } from 'react'
import {
  Anchor,
  DataTable,
  EmptyState,
  Link,
  PageHeader,
  StateBadge,
  useFormats,
  useShortcut,
  useT,
} from '@unia/ui'
import type { Column, FilterDef } from '@unia/ui'
import type { IncidentRow } from '#ops/queries/incident_list'
import { AcknowledgeDialog } from './parts/acknowledge_dialog.tsx'
import { useFact } from './parts/use_fact.ts'
import { useIncidentRows } from './parts/use_incident_rows.ts'
import { useWords } from './parts/use_words.ts'

interface Props {
  rows: IncidentRow[]
  total: number
  open: number
  free: number
  checks: string[]
  page: number
  pageSize: number
  may: { manage: boolean }
}

const KINDS = ['core', 'cpe', 'edge', 'endpoints', 'sepm', 'switch']

/** What is wrong and what was: open first, each with its age, its owner and what it drags down. */
export default function Incidents({ total, checks, page, pageSize, may, ...listed }: Props) {
  const t = useT()
  const words = useWords()
  const { rows, open, free } = useIncidentRows(listed)
  const [asked, setAsked] = useState<string[]>([])
  useShortcut('a', t('ops-console.alarm.acknowledge'), () => {
    const id = focusedRow()
    if (may.manage && rows.some((row) => row.id === id && !row.closedAt)) setAsked([id!])
  })
  return (
    <>
      <PageHeader
        title={t('ops-console.incidents.title')}
        facts={[
          t('ops-console.incidents.facts', { open }),
          free > 0 && t('ops-console.incidents.free', { free }),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <DataTable
        id="ops-console.incidents"
        caption={t('ops-console.incidents.title')}
        {...{ rows, total, page, pageSize }}
        sort="-openedAt"
        columns={useColumns()}
        rowHref={(row) => `/city/ops-console/incidents/${row.id}`}
        rowLabel={(row) => `${row.shortName}: ${words.check(row)}`}
        searchLabel={t('ops-console.incidents.search')}
        filterDefs={useFilters(checks)}
        bulkActions={
          may.manage
            ? [
                {
                  ...{ id: 'acknowledge', label: t('ops-console.alarm.acknowledge'), icon: 'check' },
                  run: (ids: string[], clear: () => void) => {
                    setAsked(ids)
                    clear()
                  },
                },
              ]
            : []
        }
        empty={<EmptyState icon="circle-check" title={t('ops-console.incidents.empty')} />}
      />
      <AcknowledgeDialog ids={asked} onClose={() => setAsked([])} />
    </>
  )
}

/** Id of the incident whose row has the focus. */
function focusedRow(): string | undefined {
  const href = document.activeElement?.closest('tr')?.querySelector('a')?.getAttribute('href')
  return href?.split('/').at(-1)
}

function useColumns(): Column<IncidentRow>[] {
  const t = useT()
  const words = useWords()
  const factText = useFact()
  const { formatDateTime, formatSince } = useFormats()
  const title = (field: string) => t(`ops-console.alarms.field.${field}`)
  return [
    { id: 'unit', header: title('unit'), sortable: true, priority: 1, cell: (row) => row.shortName },
    {
      ...{ id: 'severity', header: title('severity'), sortable: true },
      cell: (row) => <StateBadge state={row.closedAt ? 'ok' : row.severity}>{words.check(row)}</StateBadge>,
    },
    { id: 'kind', header: title('entity'), cell: (row) => words.entity(row.kind) || '–' },
    {
      ...{ id: 'fact', header: title('fact'), priority: 3 },
      cell: (row) => factText(row.fact, row.closedAt ? Date.parse(row.closedAt) : Date.now()) || '–',
    },
    {
      ...{ id: 'openedAt', header: title('opened_at'), sortable: true },
      cell: (row) =>
        row.closedAt
          ? formatDateTime(row.openedAt)
          : `${formatDateTime(row.openedAt)} · ${formatSince(row.openedAt)}`,
    },
    {
      ...{ id: 'impacts', header: title('impacts'), sortable: true, align: 'end' },
      cell: (row) => row.impacts || '–',
    },
    { id: 'owner', header: title('owner'), sortable: true, cell: (row) => <Owner row={row} /> },
    {
      ...{ id: 'closedAt', header: title('closed_at'), sortable: true, priority: 3 },
      cell: (row) => (row.closedAt ? formatDateTime(row.closedAt) : t('ops-console.incidents.still_open')),
    },
    {
      ...{ id: 'device', header: title('device'), priority: 3, defaultHidden: true },
      cell: (row) =>
        row.deviceId ? (
          <Anchor component={Link} href={`/city/ops-console/devices/${row.deviceId}`}>
            {t('ops-console.alarm.to_device')}
          </Anchor>
        ) : (
          '–'
        ),
    },
    {
      ...{ id: 'reopened', header: title('reopened'), align: 'end', priority: 3, defaultHidden: true },
      cell: (row) => row.reopened,
    },
  ]
}

function Owner({ row }: { row: IncidentRow }) {
  const t = useT()
  const { formatDateTime } = useFormats()
  if (row.silencedUntil)
    return t('ops-console.alarm.silenced_until', { at: formatDateTime(row.silencedUntil) })
  if (row.owner) return row.owner
  return row.closedAt ? '–' : t('ops-console.wall.no_owner')
}

function useFilters(checks: string[]): FilterDef[] {
  const t = useT()
  const words = useWords()
  const select = (id: string, options: { value: string; label: string }[]): FilterDef => ({
    ...{ id, kind: 'select', label: t(`ops-console.alarms.filter.${id}`), options },
  })
  const own = (id: string, values: string[]) =>
    select(
      id,
      values.map((value) => ({ value, label: t(`ops-console.alarms.filter.${id}.${value}`) }))
    )
  return [
    own('state', ['open', 'closed']),
    own('severity', ['critical', 'warning']),
    own('owner', ['free', 'taken']),
    select(
      'kind',
      KINDS.map((value) => ({ value, label: words.entity(value) }))
    ),
    select(
      'check',
      checks.map((value) => ({ value, label: words.check({ check: value }) }))
    ),
  ]
}
