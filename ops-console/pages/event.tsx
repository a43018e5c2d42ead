import { Anchor, Card, KeyValue, Link, PageHeader, Stack, useFormats, useT } from '@unia/ui'
import type { EventDetails } from '#ops/queries/event_list'
import { EventSeverity } from './parts/event_severity.tsx'
import { fieldName, typeName } from './parts/event_type.ts'

interface Props {
  event: EventDetails
  people: boolean
  base: string
}

/** As the console warns: a clock two minutes off makes times of different devices incomparable. */
const LARGEST_SKEW_S = 120

export default function Event({ event, people, base }: Props) {
  const t = useT()
  const title = (field: string) => t(`ops-console.events.${field}`)
  return (
    <>
      <PageHeader
        title={typeName(t, event.type) + (event.subtype && ` · ${event.subtype}`)}
        facts={event.message || undefined}
        state={<EventSeverity severity={event.severity} />}
        breadcrumbs={[
          { label: t('ops-console.events.title'), href: `${base}/events` },
          { label: title('one') },
        ]}
      />
      <Stack gap="md">
        <Card title={title('facts_card')}>
          <KeyValue items={useFacts(event, base)} />
        </Card>
        <Card title={title('fields_card')}>
          {!people && <p>{title('masked')}</p>}
          <KeyValue
            items={Object.entries(event.fields).map(([name, value]) => ({
              label: fieldName(t, name),
              value: String(value),
            }))}
          />
        </Card>
      </Stack>
    </>
  )
}

function useFacts(event: EventDetails, base: string) {
  const t = useT()
  const { formatDate, formatTime } = useFormats()
  const item = (field: string, value: React.ReactNode) => ({ label: t(`ops-console.events.${field}`), value })
  const moment = (at: string | null) => at && `${formatDate(at)}, ${formatTime(at, true)}`
  const device = event.deviceId && (
    <Anchor component={Link} href={`${base}/devices/${event.deviceId}`}>
      {event.shortName} · {event.deviceKey}
    </Anchor>
  )
  const skewed = event.skewS !== null && Math.abs(event.skewS) > LARGEST_SKEW_S
  const skew =
    event.skewS === null
      ? null
      : t('ops-console.events.skew_value', { seconds: event.skewS, wrong: skewed ? 'yes' : 'no' })
  return [
    item('received_at', moment(event.receivedAt)),
    item('device_at', moment(event.deviceAt)),
    item('skew', skew),
    item('device', event.quarantined ? t('ops-console.events.nobody') : device),
    ...(event.source ? [item('source', event.source)] : []),
    ...(event.serial ? [item('serial', event.serial)] : []),
    item('via', t(`ops-console.events.via.${event.via}`)),
    item('seqno', event.seqno),
  ]
}
