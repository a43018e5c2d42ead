import { useState } from 'react'
import { Button, DataTable, EmptyState, Icon, PageHeader, Text, useFormats, usePage, useT } from '@unia/ui'
import type { Column } from '@unia/ui'
import type { EventRow } from '#ops/queries/event_list'
import { EventSeverity } from './parts/event_severity.tsx'
import { eventFilters } from './parts/event_filters.ts'
import { typeName } from './parts/event_type.ts'
import { EventsPager } from './parts/events_pager.tsx'
import { useTail } from './parts/use_tail.ts'

interface Props {
  rows: EventRow[]
  older: string | null
  first: boolean
  types: string[]
  units: { value: string; label: string }[]
  people: boolean
  base: string
}

/** Syslog messages and traps: searched, filtered and followed as they come. */
export default function Events({ rows: rendered, older, first, types, units, people, base }: Props) {
  const t = useT()
  const { url } = usePage()
  const [paused, setPaused] = useState(false)
  const query = new URL(url, 'http://unia').searchParams
  // An older page, or days that are over, stand still.
  const live = first && !query.has('f.to')
  const { rows, lost } = useTail(rendered, `${base}/events/tail`, query.toString(), live && !paused)
  return (
    <>
      <PageHeader
        title={t('ops-console.events.title')}
        facts={people ? t('ops-console.events.facts') : t('ops-console.events.facts_masked')}
        aside={live && <Follow paused={paused} lost={lost} onChange={setPaused} />}
        more={
          base !== '/city/ops-console'
            ? []
            : [{ label: t('ops-console.event_sources.title'), icon: 'help', href: `${base}/events/sources` }]
        }
      />
      <DataTable
        id="ops-console.events"
        caption={t('ops-console.events.title')}
        rows={rows}
        total={rows.length}
        page={1}
        pageSize={Math.max(rows.length, 1)}
        sort="-receivedAt"
        columns={useColumns(units.length > 0)}
        rowKey={(row) => row.key}
        rowHref={(row) => `${base}/events/${row.key}`}
        rowLabel={(row) => row.message.slice(0, 80) || row.type}
        searchLabel={t('ops-console.events.search')}
        filterDefs={eventFilters({ types, units }, t)}
        exportHref={`${base}/events/export`}
        pager={<EventsPager shown={rows.length} older={older} first={first} />}
        empty={
          <EmptyState icon="list" title={t('ops-console.events.empty')}>
            {t('ops-console.events.empty_hint')}
          </EmptyState>
        }
      />
    </>
  )
}

interface FollowProps {
  paused: boolean
  lost: boolean
  onChange: (paused: boolean) => void
}

function Follow({ paused, lost, onChange }: FollowProps) {
  const t = useT()
  return (
    <>
      {lost && (
        <Text role="status" size="sm">
          <Icon name="wifi-off" size={16} /> {t('ops-console.events.lost')}
        </Text>
      )}
      <Button variant="default" aria-pressed={paused} onClick={() => onChange(!paused)}>
        {t(paused ? 'ops-console.events.resume' : 'ops-console.events.pause')}
      </Button>
    </>
  )
}

function useColumns(city: boolean): Column<EventRow>[] {
  const t = useT()
  const { formatDay, formatTime } = useFormats()
  const title = (field: string) => t(`ops-console.events.${field}`)
  const columns: Column<EventRow>[] = [
    {
      ...{ id: 'receivedAt', header: title('received_at'), width: 150, priority: 1 },
      cell: (row) => `${formatDay(row.receivedAt)}, ${formatTime(row.receivedAt, true)}`,
    },
    {
      ...{ id: 'severity', header: title('severity'), width: 140 },
      cell: (row) => <EventSeverity severity={row.severity} />,
    },
    {
      ...{ id: 'unit', header: title('unit') },
      cell: (row) => (row.quarantined ? t('ops-console.events.nobody') : row.shortName),
    },
    {
      ...{ id: 'type', header: title('type'), priority: 3 },
      cell: (row) => typeName(t, row.type) + (row.subtype && ` · ${row.subtype}`),
    },
    { id: 'message', header: title('message'), cell: (row) => row.message.slice(0, 200) || '–' },
    { id: 'source', header: title('source'), priority: 3, cell: (row) => row.source ?? '–' },
  ]
  return city ? columns : columns.filter(({ id }) => id !== 'unit' && id !== 'source')
}
