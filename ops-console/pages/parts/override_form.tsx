import { Card, DateField, Form, SelectField, Stack, TextField, useT, useUniaForm } from '@unia/ui'
import type { RotaPage } from '../on_call.tsx'
import classes from './alarms.module.css'

interface Props {
  rota: RotaPage
  people: { value: string; label: string }[]
}

const BLANK = {
  ...{ contactId: null as string | null, kind: 'override' as string | null, reason: '' },
  ...{ startsDay: '', startsTime: '08:00', endsDay: '', endsTime: '08:00' },
}

/** Somebody takes over for a while, as a favour or in exchange. */
export function OverrideForm({ rota, people }: Props) {
  const t = useT()
  const form = useUniaForm(BLANK, `override-${rota.id}`)
  return (
    <Card title={t('ops-console.on_call.take_over')}>
      <Form
        form={form}
        action={`/city/ops-console/on-call/${rota.id}/overrides`}
        submitLabel={t('ops-console.on_call.enter')}
        onSuccess={() => form.reset()}
        guard={false}
      >
        <Stack>
          <SelectField name="contactId" label={t('ops-console.on_call.who')} options={people} required />
          <SelectField
            name="kind"
            label={t('ops-console.on_call.how')}
            hint={t('ops-console.on_call.swap_hint')}
            options={['override', 'swap'].map((value) => ({
              value,
              label: t(`ops-console.on_call.${value}`),
            }))}
            required
          />
          {(['starts', 'ends'] as const).map((edge) => (
            <div key={edge} className={classes.fields}>
              <DateField name={`${edge}Day`} label={t(`ops-console.window.${edge}_day`)} required />
              <TextField name={`${edge}Time`} label={t(`ops-console.window.${edge}_time`)} required />
            </div>
          ))}
          <TextField name="reason" label={t('ops-console.alarm.reason')} required maxLength={300} />
        </Stack>
      </Form>
    </Card>
  )
}
