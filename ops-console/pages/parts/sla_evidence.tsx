import { Card, Stack, useT } from '@unia/ui'
import { causeOf } from '#ops/sla/cause'
import type { SlaInputs, SlaResult } from '#ops/sla/settle'
import { duration, moment } from '#ops/sla/words'
import { useLocaleTag } from './sla_month_switch.tsx'
import classes from './sla.module.css'

/** Every stretch of time that the account rests on. */
export function SlaEvidence({ inputs, result }: { inputs: SlaInputs; result: SlaResult }) {
  const t = useT()
  const locale = useLocaleTag()
  const at = (ms: number) => moment(ms, locale)
  const cause = (one: string) => t(`ops-console.sla.cause.${one}`)
  return (
    <Stack gap="md">
      <Stretches
        title={t('ops-console.sla.evidence')}
        head={['from', 'to', 'lasted', 'counted', 'cause']}
        rows={result.intervals.map((one) => [
          at(one.from),
          at(one.to),
          duration(one.to - one.from),
          duration(one.counted),
          causeOf(one, t),
        ])}
        empty={t('ops-console.sla.no_outage')}
      />
      <Stretches
        title={t('ops-console.sla.exclusions')}
        head={['from', 'to', 'cause', 'evidence']}
        rows={[
          ...inputs.exclusions.map((one) => [
            at(one.from),
            at(one.to),
            cause(one.cause),
            one.evidence ?? '–',
          ]),
          ...inputs.refused.map((one) => [
            at(one.from),
            at(one.to),
            cause(one.late ? 'late' : 'not_agreed'),
            one.evidence ?? '–',
          ]),
        ]}
        empty={t('ops-console.sla.no_exclusion')}
      />
      <Stretches
        title={t('ops-console.sla.unmeasured')}
        head={['from', 'to', 'lasted']}
        rows={inputs.unknown.map(({ from, to }) => [at(from), at(to), duration(to - from)])}
        empty={t('ops-console.sla.all_measured')}
      />
    </Stack>
  )
}

function Stretches({
  title,
  head,
  rows,
  empty,
}: {
  title: string
  head: string[]
  rows: string[][]
  empty: string
}) {
  const t = useT()
  return (
    <Card title={title}>
      {rows.length === 0 ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                {head.map((field) => (
                  <th key={field} scope="col">
                    {t(`ops-console.sla.field.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
