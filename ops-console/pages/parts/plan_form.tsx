import { DateField, Form, useT, useUniaForm } from '@unia/ui'

/** Sets the day on which the link is to be in service. */
export function PlanForm({ plannedOn, action }: { plannedOn: string | null; action: string }) {
  const t = useT()
  const form = useUniaForm({ plannedOn }, 'plan')
  return (
    <Form
      form={form}
      method="patch"
      action={action}
      submitLabel={t('ops-console.rollout.save_plan')}
      guard={false}
    >
      <DateField name="plannedOn" label={t('ops-console.rollout.field.planned')} />
    </Form>
  )
}
