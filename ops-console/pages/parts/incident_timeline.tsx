import { Anchor, Card, Link, Timeline, useFormats, useT } from '@unia/ui'
import type { TimelineRow } from '#ops/queries/incident_page'
import { useWords } from './use_words.ts'

/** All that happened to an incident, the newest first. */
export function IncidentTimeline({ rows }: { rows: TimelineRow[] }) {
  const t = useT()
  const text = useText()
  return (
    <Card title={t('ops-console.alarm.timeline')}>
      <Timeline
        entries={rows.map((row) => ({
          id: row.id,
          at: row.at,
          title: t(`ops-console.alarm.timeline.${row.kind}`, titleValues(row)),
          text: text(row),
          by: row.actor ?? undefined,
          state: row.kind === 'closed' ? 'ok' : row.kind === 'opened' ? severityOf(row) : undefined,
        }))}
      />
    </Card>
  )
}

const said = (value: unknown) => (typeof value === 'string' ? value : '')
const severityOf = ({ details }: TimelineRow) => (details.severity === 'warning' ? 'warning' : 'critical')

const titleValues = ({ details }: TimelineRow) => ({
  step: Number(details.step ?? 0) + 1,
  severity: said(details.severity),
  change: said(details.change),
  reason: said(details.reason),
  channel: said(details.channel),
  what: said(details.what),
})

function useText() {
  const t = useT()
  const words = useWords()
  const { formatDateTime } = useFormats()
  const until = (at: unknown) =>
    typeof at === 'string' ? t('ops-console.alarm.timeline.until', { at: formatDateTime(at) }) : ''
  return ({ kind, details }: TimelineRow) => {
    const joined = (...parts: unknown[]) =>
      parts.filter((part) => part && typeof part === 'string').join(' · ')
    if (kind === 'impact') return words.impacts(details.kinds as Record<string, number>)
    if (kind === 'acknowledged') return joined(details.comment, until(details.until))
    if (kind === 'silenced') return joined(details.reason, until(details.until))
    if (kind === 'step') return ((details.names as string[]) ?? []).join(', ')
    if (kind === 'attributed') {
      return (
        <Anchor component={Link} href={`/city/ops-console/incidents/${said(details.incidentId)}`}>
          {t('ops-console.alarm.timeline.to_cause')}
        </Anchor>
      )
    }
    return joined(details.text, details.note, details.ticket, details.name, details.error) || undefined
  }
}
