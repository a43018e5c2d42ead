import {
  Anchor,
  Button,
  Form,
  Link,
  PageHeader,
  Select,
  SelectField,
  Stack,
  TextField,
  TextInput,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { Policy, Target } from '#ops/alarms/policy'
import classes from './parts/alarms.module.css'

interface Props {
  policy: Policy
  targets: { value: string; label: string }[]
}

/** A step as the form keeps it: minutes as typed, targets as `type:id`. */
interface Draft {
  afterMinutes: string
  targets: Target[]
}

const keyOf = (target: Target) =>
  'id' in target
    ? `${target.type}:${target.id}`
    : 'address' in target
      ? `email:${target.address}`
      : target.type

const targetOf = (key: string): Target => {
  const [type, id] = key.split(':')
  return (id ? { type, id } : { type }) as Target
}

/** The steps of one rule: after how many minutes who is told. */
export default function PolicyForm({ policy, targets }: Props) {
  const t = useT()
  const form = useUniaForm({
    name: policy.name,
    minSeverity: policy.minSeverity as string | null,
    kinds: policy.kinds,
    steps: policy.steps as never,
  })
  const steps = form.data.steps as unknown as Draft[]
  const keep = (next: Draft[]) => form.set('steps', next as never)
  const change = (at: number, step: Partial<Draft>) =>
    keep(steps.map((one, i) => (i === at ? { ...one, ...step } : one)))
  const choices = [
    ...targets,
    { value: 'supplier', label: t('ops-console.policy.supplier') },
    { value: 'managers', label: t('ops-console.policy.managers') },
  ]
  return (
    <>
      <PageHeader title={policy.name} />
      <Form
        form={form}
        method="put"
        action={`/city/ops-console/notifications/policies/${policy.id}`}
        submitLabel={t('ops-console.policy.save')}
        aside={
          <Anchor component={Link} href="/city/ops-console/notifications">
            {t('ops-console.window.back')}
          </Anchor>
        }
      >
        <Stack>
          <TextField name="name" label={t('ops-console.policy.name')} required maxLength={120} />
          <SelectField
            name="minSeverity"
            label={t('ops-console.policy.min_severity')}
            options={['warning', 'critical'].map((value) => ({
              value,
              label: t(`ops-console.policy.for.${value}`),
            }))}
            required
          />
          {steps.map((step, at) => (
            <StepFields
              key={at}
              {...{ at, step, choices }}
              onChange={(next) => change(at, next)}
              onRemove={() => keep(steps.filter((_, i) => i !== at))}
            />
          ))}
          {form.errors.steps && <p role="alert">{form.errors.steps}</p>}
          <div>
            <Button variant="default" onClick={() => keep([...steps, { afterMinutes: '', targets: [] }])}>
              {t('ops-console.policy.add_step')}
            </Button>
          </div>
        </Stack>
      </Form>
    </>
  )
}

interface StepProps {
  at: number
  step: Draft
  choices: { value: string; label: string }[]
  onChange: (step: Partial<Draft>) => void
  onRemove: () => void
}

function StepFields({ at, step, choices, onChange, onRemove }: StepProps) {
  const t = useT()
  const nameOf = (target: Target) =>
    choices.find(({ value }) => value === keyOf(target))?.label ?? keyOf(target)
  return (
    <fieldset>
      <legend>{t('ops-console.policy.step_number', { number: at + 1 })}</legend>
      <Stack>
        <TextInput
          label={t('ops-console.policy.after')}
          inputMode="numeric"
          value={String(step.afterMinutes)}
          onChange={(event) => onChange({ afterMinutes: event.currentTarget.value })}
        />
        <ul className={classes.plain}>
          {step.targets.map((target) => (
            <li key={keyOf(target)} className={classes.actions}>
              <span>{nameOf(target)}</span>
              <Button
                size="xs"
                variant="default"
                onClick={() => onChange({ targets: step.targets.filter((one) => one !== target) })}
              >
                {t('ops-console.policy.remove', { name: nameOf(target) })}
              </Button>
            </li>
          ))}
        </ul>
        <Select
          label={t('ops-console.policy.add_target')}
          data={choices.filter(({ value }) => !step.targets.some((target) => keyOf(target) === value))}
          value={null}
          onChange={(key) => key && onChange({ targets: [...step.targets, targetOf(key)] })}
        />
        <div>
          <Button size="xs" variant="default" onClick={onRemove}>
            {t('ops-console.policy.remove_step')}
          </Button>
        </div>
      </Stack>
    </fieldset>
  )
}
