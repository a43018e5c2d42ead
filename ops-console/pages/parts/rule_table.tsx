import { Button, Link, useT } from '@unia/ui'
import type { RuleRow } from '#ops/queries/rule_list'
import { useLimits } from './use_limits.ts'
import { useWords } from './use_words.ts'
import classes from './alarms.module.css'

const FIELDS = ['rule', 'metric', 'limit', 'clear', 'samples', 'severity', 'scope']

/** Limits as delivered. */
export function RuleTable({ rules, manage }: { rules: RuleRow[]; manage: boolean }) {
  const t = useT()
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
        {rules.map((rule) => (
          <RuleLine key={rule.code} rule={rule} manage={manage} />
        ))}
      </tbody>
    </table>
  )
}

function RuleLine({ rule, manage }: { rule: RuleRow; manage: boolean }) {
  const t = useT()
  const words = useWords()
  const limits = useLimits()
  const name = words.check({ check: rule.code })
  const kinds = rule.kinds?.map((kind) => t(`ops-console.kind.${kind}`)).join(', ')
  return (
    <tr>
      <td>{name}</td>
      <td>{t(`ops-console.metric.${rule.name}`)}</td>
      <td>{limits.opens(rule)}</td>
      <td>{limits.closes(rule)}</td>
      <td>{limits.samples(rule)}</td>
      <td>{t(`ops-console.rules.severity.${rule.severity}`)}</td>
      <td>{kinds ?? t('ops-console.rules.everywhere')}</td>
      {manage && (
        <td>
          <Button
            {...{ component: Link, href: `/city/ops-console/rules/${rule.code}/edit` }}
            variant="default"
            size="xs"
            aria-label={t('ops-console.rules.change_of', { name })}
          >
            {t('ops-console.rules.change')}
          </Button>
        </td>
      )}
    </tr>
  )
}
