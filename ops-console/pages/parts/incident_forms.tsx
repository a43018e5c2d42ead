import { Card, Form, SelectField, Stack, TextareaField, TextField, useT, useUniaForm } from '@unia/ui'

interface Props {
  base: string
}

/** A remark for whoever comes next. */
export function NoteForm({ base }: Props) {
  const t = useT()
  const form = useUniaForm({ text: '' }, 'note')
  return (
    <Card title={t('ops-console.alarm.note')}>
      <Form
        form={form}
        action={`${base}/notes`}
        submitLabel={t('ops-console.alarm.add_note')}
        onSuccess={() => form.set('text', '')}
        guard={false}
      >
        <TextareaField name="text" label={t('ops-console.alarm.note_text')} required maxLength={2000} />
      </Form>
    </Card>
  )
}

/** The contractor's own number for the incident. */
export function TicketForm({
  base,
  ticket,
  supplier,
}: Props & { ticket: string | null; supplier: string | null }) {
  const t = useT()
  const form = useUniaForm({ ticket: ticket ?? '' }, 'ticket')
  return (
    <Card title={t('ops-console.alarm.supplier')}>
      <p>{supplier ? t('ops-console.alarm.handed_to', { supplier }) : t('ops-console.alarm.not_handed')}</p>
      <Form
        form={form}
        method="put"
        action={`${base}/ticket`}
        submitLabel={t('ops-console.alarm.save_ticket')}
        guard={false}
      >
        <TextField name="ticket" label={t('ops-console.alarm.ticket')} maxLength={60} />
      </Form>
    </Card>
  )
}

const HOURS = [1, 4, 24, 72, 168, 720]

/** Keeps notices of this one thing quiet for a while. */
export function SilenceForm({
  deviceId,
  unit,
  check,
}: {
  deviceId: string | null
  unit: string
  check: string
}) {
  const t = useT()
  const matcher = deviceId ? { deviceId, check } : { unit, check }
  const form = useUniaForm({ ...matcher, hours: '4' as string | null, reason: '' }, 'silence')
  return (
    <Card title={t('ops-console.alarm.silence')}>
      <Form
        form={form}
        action="/city/ops-console/silences"
        submitLabel={t('ops-console.alarm.silence_submit')}
        onSuccess={() => form.set('reason', '')}
        guard={false}
      >
        <Stack>
          <SelectField
            name="hours"
            label={t('ops-console.alarm.silence_for')}
            options={HOURS.map((count) => ({
              value: String(count),
              label: t('ops-console.alarm.hours', { count }),
            }))}
            required
          />
          <TextareaField name="reason" label={t('ops-console.alarm.reason')} required maxLength={500} />
        </Stack>
      </Form>
    </Card>
  )
}

/** Only for what does not clear itself. */
export function ClosureForm({ base }: Props) {
  const t = useT()
  const form = useUniaForm({ reason: '' }, 'closure')
  return (
    <Card title={t('ops-console.alarm.close')}>
      <Form form={form} action={`${base}/closure`} submitLabel={t('ops-console.alarm.close')} guard={false}>
        <TextareaField name="reason" label={t('ops-console.alarm.reason')} required maxLength={500} />
      </Form>
    </Card>
  )
}
