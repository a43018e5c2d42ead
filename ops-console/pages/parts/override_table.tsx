import { Button, EmptyState, Link, router, useConfirm, useT } from '@unia/ui'
import type { Override, RuleRow } from '#ops/queries/rule_list'
import { useLimits } from './use_limits.ts'
import { useWords } from './use_words.ts'
import classes from './alarms.module.css'

const FIELDS = ['rule', 'scope', 'limit', 'clear', 'samples', 'severity']

/** What people changed, and for whom. */
export function OverrideTable({ rules, manage }: { rules: RuleRow[]; manage: boolean }) {
  const t = useT()
  if (rules.every(({ overrides }) => overrides.length === 0)) {
    return <EmptyState icon="adjustments" title={t('ops-console.rules.no_changes')} />
  }
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          {[...FIELDS, ...(manage ? ['actions'] : [])].map((field) => (
            <th key={field} scope="col">
              {t(`ops-console.rules.field.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.flatMap((rule) =>
          rule.overrides.map((one) => <OverrideLine key={one.id} {...{ rule, one, manage }} />)
        )}
      </tbody>
    </table>
  )
}

function OverrideLine({ rule, one, manage }: { rule: RuleRow; one: Override; manage: boolean }) {
  const t = useT()
  const words = useWords()
  const limits = useLimits()
  const changed = { ...rule, ...one, unit: rule.unit }
  const where = one.entity
    ? `${one.unit} · ${t(`ops-console.kind.${one.entity}`)}`
    : one.model
      ? t('ops-console.rule.scope.model', { name: one.model })
      : t('ops-console.rule.scope.kind', { name: t(`ops-console.kind.${one.kind}`) })
  return (
    <tr>
      <td>{words.check({ check: rule.code })}</td>
      <td>{where}</td>
      <td>{one.enabled ? limits.opens(changed) : t('ops-console.rules.off')}</td>
      <td>{one.enabled && limits.closes(changed)}</td>
      <td>{one.enabled && limits.samples(one)}</td>
      <td>{one.enabled && t(`ops-console.rules.severity.${one.severity}`)}</td>
      {manage && (
        <td>
          <OverrideActions code={rule.code} one={one} />
        </td>
      )}
    </tr>
  )
}

function OverrideActions({ code, one }: { code: string; one: Override }) {
  const t = useT()
  const confirm = useConfirm()
  const href = `/city/ops-console/rules/${code}/edit?scope=${encodeURIComponent(one.scope)}`
  const reset = async () => {
    const question = {
      title: t('ops-console.rules.reset_title'),
      text: t('ops-console.rules.reset_text'),
      confirm: t('ops-console.rules.reset'),
    }
    if (await confirm(question)) router.delete(`/city/ops-console/rules/overrides/${one.id}`)
  }
  return (
    <div className={classes.actions}>
      <Button component={Link} href={href} variant="default" size="xs">
        {t('ops-console.rules.change')}
      </Button>
      <Button variant="default" size="xs" onClick={() => void reset()}>
        {t('ops-console.rules.reset')}
      </Button>
    </div>
  )
}
