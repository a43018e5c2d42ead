import { Form, Modal, SelectField, Stack, TextareaField, useT, useUniaForm } from '@unia/ui'

interface Props {
  /** Incidents to be taken over; none: the dialog is closed. */
  ids: string[]
  onClose: () => void
}

const HOURS = ['1', '4', '8', '24']

/** Asks for a comment, and for one incident until when. */
export function AcknowledgeDialog({ ids, onClose }: Props) {
  const t = useT()
  return (
    <Modal
      opened={ids.length > 0}
      onClose={onClose}
      title={t('ops-console.alarm.acknowledge_count', { count: ids.length })}
    >
      {ids.length > 0 && <Fields {...{ ids, onClose }} />}
    </Modal>
  )
}

function Fields({ ids, onClose }: Props) {
  const t = useT()
  const form = useUniaForm({ ids, comment: '', hours: null as string | null }, 'acknowledge')
  const one = ids.length === 1
  const base = '/city/ops-console/incidents'
  return (
    <Form
      form={form}
      action={one ? `${base}/${ids[0]}/acknowledgement` : `${base}/acknowledgements`}
      submitLabel={t('ops-console.alarm.acknowledge')}
      onSuccess={onClose}
      guard={false}
    >
      <Stack>
        <TextareaField name="comment" label={t('ops-console.alarm.comment')} required maxLength={500} />
        {one && (
          <SelectField
            name="hours"
            label={t('ops-console.alarm.until')}
            hint={t('ops-console.alarm.until_hint')}
            options={HOURS.map((value) => ({
              value,
              label: t('ops-console.alarm.hours', { count: Number(value) }),
            }))}
          />
        )}
      </Stack>
    </Form>
  )
}
