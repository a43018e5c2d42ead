import { DateField, Form, SelectField, Stack, TextField, useT, useUniaForm } from '@unia/ui'

const KINDS = ['director', 'other', 'working']

/** Adds a day, or days in a row, on which the unit does not teach, or makes up for one. */
export function FreeDayForm({ base }: { base: string }) {
  const t = useT()
  const form = useUniaForm({
    kind: 'director',
    startsOn: null as string | null,
    endsOn: null as string | null,
    reason: '',
  })
  return (
    <Form
      form={form}
      action={`${base}/free-days`}
      submitLabel={t('secretariat.calendar.add_free_day')}
      onSuccess={form.reset}
    >
      <Stack gap="xs">
        <SelectField
          name="kind"
          label={t('secretariat.calendar.free_kind')}
          options={KINDS.map((value) => ({ value, label: t(`secretariat.calendar.free_kind.${value}`) }))}
          required
        />
        <DateField name="startsOn" label={t('secretariat.calendar.from')} required />
        <DateField name="endsOn" label={t('secretariat.calendar.to')} required />
        <TextField name="reason" label={t('secretariat.calendar.reason')} maxLength={200} required />
      </Stack>
    </Form>
  )
}
