import { Card, PageHeader, useT } from '@unia/ui'
import type { RuleRow } from '#ops/queries/rule_list'
import { OverrideTable } from './parts/override_table.tsx'
import { RuleTable } from './parts/rule_table.tsx'
import classes from './parts/alarms.module.css'

interface Props {
  rules: RuleRow[]
  may: { manage: boolean }
}

/** From which figures on the console speaks of a trouble. */
export default function Rules({ rules, may }: Props) {
  const t = useT()
  const changed = rules.reduce((sum, { overrides }) => sum + overrides.length, 0)
  return (
    <>
      <PageHeader
        title={t('ops-console.rules.title')}
        facts={t('ops-console.rules.facts', { rules: rules.length, changed })}
      />
      <div className={classes.column}>
        <Card title={t('ops-console.rules.changes')}>
          <OverrideTable rules={rules} manage={may.manage} />
        </Card>
        <Card title={t('ops-console.rules.list')}>
          <RuleTable rules={rules} manage={may.manage} />
        </Card>
      </div>
    </>
  )
}
