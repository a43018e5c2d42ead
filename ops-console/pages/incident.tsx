import { useState } from 'react'
import {
  Anchor,
  Button,
  Card,
  KeyValue,
  Link,
  PageHeader,
  router,
  StateBadge,
  useFormats,
  useShortcut,
  useT,
} from '@unia/ui'
import type { IncidentPage } from '#ops/queries/incident_page'
import { AcknowledgeDialog } from './parts/acknowledge_dialog.tsx'
import { ImpactList } from './parts/impact_list.tsx'
import { ClosureForm, NoteForm, SilenceForm, TicketForm } from './parts/incident_forms.tsx'
import { IncidentTimeline } from './parts/incident_timeline.tsx'
import { useFact } from './parts/use_fact.ts'
import { useWords } from './parts/use_words.ts'
import classes from './parts/alarms.module.css'

type Props = IncidentPage & { silencedUntil: string | null; may: { manage: boolean } }

/** One incident: what, since when, what it drags down, who has it, and all that happened. */
export default function IncidentCard({ incident, impacts, kinds, timeline, silencedUntil, may }: Props) {
  const t = useT()
  const words = useWords()
  const [asked, setAsked] = useState(false)
  const base = `/city/ops-console/incidents/${incident.id}`
  const open = !incident.closedAt
  const mayTake = may.manage && open && !incident.owner
  useShortcut('a', t('ops-console.alarm.acknowledge'), () => mayTake && setAsked(true))
  return (
    <>
      <PageHeader
        title={`${incident.shortName}: ${words.check(incident)}`}
        facts={[incident.unitName, words.entity(incident.kind), incident.model].filter(Boolean).join(' · ')}
        state={
          <StateBadge state={open ? incident.severity : 'ok'}>
            {t(`ops-console.alarm.${open ? 'open' : 'closed'}`)}
          </StateBadge>
        }
        breadcrumbs={[
          { label: t('ops-console.incidents.title'), href: '/city/ops-console/incidents?f.state=open' },
          { label: incident.shortName },
        ]}
        primary={
          mayTake
            ? { label: t('ops-console.alarm.acknowledge'), icon: 'check', onClick: () => setAsked(true) }
            : undefined
        }
      />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Facts {...{ incident, silencedUntil }} />
          {may.manage && open && incident.owner && (
            <div>
              <Button variant="default" onClick={() => router.delete(`${base}/acknowledgement`)}>
                {t('ops-console.alarm.withdraw')}
              </Button>
            </div>
          )}
          <ImpactList {...{ impacts, kinds }} />
          {may.manage && (
            <>
              <NoteForm base={base} />
              <TicketForm base={base} ticket={incident.ticket} supplier={incident.supplier} />
              {open && (
                <SilenceForm deviceId={incident.deviceId} unit={incident.unit} check={incident.check} />
              )}
              {open && !incident.selfClearing && <ClosureForm base={base} />}
            </>
          )}
        </div>
        <div className={classes.column}>
          <IncidentTimeline rows={timeline} />
        </div>
      </div>
      <AcknowledgeDialog ids={asked ? [incident.id] : []} onClose={() => setAsked(false)} />
    </>
  )
}

function Facts({ incident, silencedUntil }: Pick<Props, 'incident' | 'silencedUntil'>) {
  const t = useT()
  const factText = useFact()
  const { formatDateTime, formatSince } = useFormats()
  const field = (name: string) => t(`ops-console.alarms.field.${name}`)
  const owner = [
    incident.owner ?? t('ops-console.wall.no_owner'),
    incident.comment,
    incident.acknowledgedUntil &&
      t('ops-console.alarm.timeline.until', { at: formatDateTime(incident.acknowledgedUntil) }),
  ]
  const end = incident.closedAt
    ? [
        formatDateTime(incident.closedAt),
        t(`ops-console.close_reason.${incident.closeReason ?? 'recovered'}`),
        incident.closeNote,
      ]
    : [t('ops-console.incidents.still_open')]
  return (
    <Card>
      <KeyValue
        items={[
          {
            label: field('fact'),
            value: factText(incident.fact, incident.closedAt ? Date.parse(incident.closedAt) : Date.now()),
          },
          {
            label: field('opened_at'),
            value: `${formatDateTime(incident.openedAt)} · ${formatSince(incident.openedAt)}`,
          },
          { label: field('closed_at'), value: end.filter(Boolean).join(' · ') },
          { label: field('owner'), value: owner.filter(Boolean).join(' · ') },
          { label: field('occurrences'), value: incident.occurrences },
          { label: field('reopened'), value: incident.reopened },
          ...(silencedUntil
            ? [
                {
                  label: field('silenced'),
                  value: t('ops-console.alarm.timeline.until', { at: formatDateTime(silencedUntil) }),
                },
              ]
            : []),
          ...(incident.attributedId
            ? [
                {
                  label: field('cause'),
                  value: (
                    <To
                      href={`/city/ops-console/incidents/${incident.attributedId}`}
                      text={t('ops-console.alarm.timeline.to_cause')}
                    />
                  ),
                },
              ]
            : []),
          ...(incident.deviceId
            ? [
                {
                  label: field('device'),
                  value: (
                    <To
                      href={`/city/ops-console/devices/${incident.deviceId}?range=24h`}
                      text={t('ops-console.alarm.to_device')}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

const To = ({ href, text }: { href: string; text: string }) => (
  <Anchor component={Link} href={href}>
    {text}
  </Anchor>
)
