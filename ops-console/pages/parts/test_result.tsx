import { KeyValue, StateBadge, useFormats, useT } from '@unia/ui'
import type { LastTest } from '#ops/queries/inventory_entity'
import classes from './alarms.module.css'

/** What the device said when it was last asked by hand, in plain words. */
export function TestResult({ test }: { test: LastTest }) {
  const t = useT()
  const { formatDateTime } = useFormats()
  const text = (key: string, values?: Record<string, string | number>) =>
    t(`ops-console.inventory.test.${key}`, values)
  return (
    <section aria-label={text('title')} role="status">
      <p className={classes.small}>
        {text(test.typed ? 'when_typed' : 'when_stored', { at: formatDateTime(test.at), by: test.by })}
      </p>
      {!test.answers.length && <p>{text('nothing_to_ask')}</p>}
      {test.answers.map((answer) => (
        <div key={answer.way}>
          <p>
            <strong>{t(`ops-console.inventory.way.${answer.way}`)}</strong>{' '}
            <StateBadge state={answer.answered ? 'ok' : 'critical'}>
              {text(answer.answered ? 'answered' : `failure.${answer.failure}`)}
            </StateBadge>
          </p>
          {answer.answered ? (
            <KeyValue
              items={(['name', 'model', 'serial', 'software'] as const).map((field) => ({
                label: text(field),
                value: answer[field],
              }))}
            />
          ) : (
            <p>{text(reasonOf(answer))}</p>
          )}
          {answer.fingerprint && (
            <p className={classes.small}>{text('fingerprint', { fingerprint: answer.fingerprint })}</p>
          )}
        </div>
      ))}
    </section>
  )
}

const SPECIAL = ['outside_management', 'unknown_name', 'certificate_unknown', 'certificate_changed']

const reasonOf = ({ detail, failure }: LastTest['answers'][number]) =>
  `reason.${SPECIAL.includes(detail ?? '') ? detail : failure}`
