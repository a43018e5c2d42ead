import {
  Anchor,
  CheckboxField,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  TextField,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { Override, RuleRow } from '#ops/queries/rule_list'
import type { ScopeChoices } from '#ops/queries/rule_scopes'
import { RulePreview } from './parts/rule_preview.tsx'
import { useLimits } from './parts/use_limits.ts'
import { useWords } from './parts/use_words.ts'
import classes from './parts/alarms.module.css'

interface Props {
  rule: Omit<RuleRow, 'overrides'>
  choices: ScopeChoices
  override: Override | null
}

const LIST = '/city/ops-console/rules'

/** The limits of one rule for a kind, a model or one entity. */
export default function RuleForm({ rule, choices, override }: Props) {
  const t = useT()
  const limits = useLimits()
  const name = useWords().check({ check: rule.code })
  const { severity, raise, clear, of, among, clearAfter } = override ?? rule
  const form = useUniaForm({
    scope: override?.scope ?? '',
    enabled: override?.enabled ?? true,
    severity: severity as string,
    ...{ raise: String(raise), clear: String(clear) },
    ...{ of: String(of), among: String(among), clearAfter: String(clearAfter) },
  })
  return (
    <>
      <PageHeader
        title={t('ops-console.rule.title', { name })}
        facts={t('ops-console.rule.default', { opens: limits.opens(rule), closes: limits.closes(rule) })}
      />
      <div className={classes.columns}>
        <Form
          form={form}
          method="put"
          action={`${LIST}/${rule.code}`}
          submitLabel={t('ops-console.rule.save')}
          aside={
            <Anchor component={Link} href={LIST}>
              {t('ops-console.rule.back')}
            </Anchor>
          }
        >
          <RuleFields choices={choices} />
        </Form>
        <RulePreview code={rule.code} data={form.data} />
      </div>
    </>
  )
}

function RuleFields({ choices }: { choices: ScopeChoices }) {
  const t = useT()
  const options = useScopes(choices)
  const severities = ['warning', 'critical'].map((value) => ({
    value,
    label: t(`ops-console.rules.severity.${value}`),
  }))
  return (
    <Stack>
      <SelectField name="scope" label={t('ops-console.rule.scope')} options={options} required />
      <CheckboxField name="enabled" label={t('ops-console.rule.enabled')} />
      <SelectField name="severity" label={t('ops-console.rule.severity')} options={severities} required />
      <TextField name="raise" label={t('ops-console.rule.raise')} inputMode="decimal" required />
      <TextField name="clear" label={t('ops-console.rule.clear')} inputMode="decimal" required />
      <TextField name="of" label={t('ops-console.rule.of')} inputMode="numeric" required />
      <TextField name="among" label={t('ops-console.rule.among')} inputMode="numeric" required />
      <TextField name="clearAfter" label={t('ops-console.rule.clear_after')} inputMode="numeric" required />
    </Stack>
  )
}

function useScopes({ kinds, models, devices }: ScopeChoices) {
  const t = useT()
  const kind = (one: string) => t(`ops-console.kind.${one}`)
  return [
    ...kinds.map((one) => ({
      value: `kind:${one}`,
      label: t('ops-console.rule.scope.kind', { name: kind(one) }),
    })),
    ...models.map((name) => ({
      value: `model:${name}`,
      label: t('ops-console.rule.scope.model', { name }),
    })),
    ...devices.map((one) => ({
      value: `device:${one.id}`,
      label: `${one.unit} · ${kind(one.kind)} · ${one.key}`,
    })),
  ]
}
