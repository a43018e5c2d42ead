import { Card, Form, SelectField, TextareaField, TextInput, useT, useUniaForm } from '@unia/ui'
import classes from './sla.module.css'

const CAUSES = ['power', 'city', 'suspension']

/** Enters time that is left out of the account, with what proves it. */
export function SlaExclusionForm({ action }: { action: string }) {
  const t = useT()
  const form = useUniaForm({ cause: 'power', startsAt: '', endsAt: '', evidence: '' }, 'sla-exclusion')
  const instant = (name: 'startsAt' | 'endsAt') => (
    <TextInput
      type="datetime-local"
      label={t(`ops-console.sla.form.${name}`)}
      value={form.data[name]}
      error={form.errors[name]}
      required
      onChange={(event) => form.set(name, event.currentTarget.value)}
    />
  )
  return (
    <Card title={t('ops-console.sla.form.title')}>
      <Form form={form} action={action} submitLabel={t('ops-console.sla.form.submit')} onSuccess={form.reset}>
        <SelectField
          name="cause"
          label={t('ops-console.sla.field.cause')}
          options={CAUSES.map((value) => ({ value, label: t(`ops-console.sla.cause.${value}`) }))}
        />
        <div className={classes.dates}>
          {instant('startsAt')}
          {instant('endsAt')}
        </div>
        <TextareaField name="evidence" label={t('ops-console.sla.form.evidence')} required />
      </Form>
    </Card>
  )
}
