import { useState } from 'react'
import {
  Button,
  Card,
  Form,
  router,
  SelectField,
  StateBadge,
  TextField,
  useConfirm,
  useFormats,
  usePoll,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { State } from '@unia/ui'
import type { LinkRolloutProps } from '../link_rollout.tsx'
import classes from './rollout.module.css'

type Props = LinkRolloutProps
type Run = Props['runs'][number]
type Measure = Props['measures'][number]

const TONES: Record<string, State> = {
  running: 'maintenance',
  passed: 'ok',
  failed: 'critical',
  aborted: 'unknown',
}

/** Acceptance tests with limits, measured values, instrument, tester and time. */
export function TestsCard({ runs, measures, base, mayManage, next, link }: Props) {
  const t = useT()
  const running = runs.find(({ state }) => state === 'running')
  usePoll(running ? 15_000 : 3_600_000, { only: ['runs', 'measures', 'next', 'evidence'] })
  const refused = next.find(({ to }) => to === 'testing')?.refused
  const mayStart = mayManage && !running && (link.state === 'testing' || refused === null)
  return (
    <Card title={t('ops-console.rollout.tests')}>
      {!runs.length && <p className={classes.meta}>{t('ops-console.rollout.test.none')}</p>}
      {runs.slice(0, 3).map((run) => (
        <RunView
          key={run.id}
          run={run}
          measures={measures.filter((one) => one.run_id === run.id)}
          {...{ base, mayManage }}
        />
      ))}
      {mayStart && <StartForm base={base} />}
    </Card>
  )
}

function StartForm({ base }: { base: string }) {
  const t = useT()
  const form = useUniaForm({ minutes: '15' }, 'tests')
  return (
    <Form
      form={form}
      action={`${base}/tests`}
      submitLabel={t('ops-console.rollout.test.start')}
      guard={false}
    >
      <TextField
        name="minutes"
        label={t('ops-console.rollout.test.minutes')}
        hint={t('ops-console.rollout.test.minutes_hint')}
      />
    </Form>
  )
}

function RunView({
  run,
  measures,
  base,
  mayManage,
}: {
  run: Run
  measures: Measure[]
  base: string
  mayManage: boolean
}) {
  const t = useT()
  const { formatDateTime, formatTime } = useFormats()
  const confirm = useConfirm()
  const running = run.state === 'running'
  const over = running && new Date(run.ends_at).getTime() < Date.now()
  const abort = async () => {
    const sure = await confirm({
      ...{ title: t('ops-console.rollout.test.abort'), text: t('ops-console.rollout.test.abort_text') },
      ...{ confirm: t('ops-console.rollout.test.abort'), danger: true },
    })
    if (sure) router.delete(`${base}/tests/${run.id}`)
  }
  return (
    <section>
      <div className={classes.row}>
        <div className={classes.main}>
          <StateBadge state={TONES[run.state]!}>
            {t(`ops-console.rollout.test.state.${run.state}`)}
          </StateBadge>{' '}
          <span className={classes.meta}>
            {formatDateTime(run.started_at)} · {run.tester_name}
            {running &&
              ` · ${over ? t('ops-console.rollout.test.needs_values') : t('ops-console.rollout.test.until', { time: formatTime(run.ends_at) })}`}
          </span>
        </div>
        {running && mayManage && (
          <Button variant="default" onClick={() => void abort()}>
            {t('ops-console.rollout.test.abort')}
          </Button>
        )}
      </div>
      <Measures measures={measures} />
      {running && mayManage && <MeasureForm base={`${base}/tests/${run.id}`} measures={measures} />}
    </section>
  )
}

function Measures({ measures }: { measures: Measure[] }) {
  const t = useT()
  const { formatNumber, formatDateTime } = useFormats()
  const number = (value: number | null) =>
    value === null ? '–' : formatNumber(value, { maximumFractionDigits: 2 })
  const unit = (one: Measure) => (one.unit === 'bool' ? '' : one.unit === 'percent' ? ' %' : ` ${one.unit}`)
  const head = ['what', 'limit', 'measured', 'instrument'] as const
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('ops-console.rollout.tests')}>
      <table className={classes.measures}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {t(`ops-console.rollout.test.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((one) => (
            <tr key={one.code}>
              <td>{t(`ops-console.rollout.test.code.${one.code}`)}</td>
              <td>
                {one.compare === 'between'
                  ? `${number(one.limit_value)} … ${number(one.limit_upper)}`
                  : `${sign(one.compare)} ${number(one.limit_value)}`}
                {unit(one)}
              </td>
              <td>
                {one.passed === null ? (
                  <span className={classes.meta}>
                    {t(
                      one.required ? 'ops-console.rollout.test.missing' : 'ops-console.rollout.test.optional'
                    )}
                  </span>
                ) : (
                  <StateBadge state={one.passed ? 'ok' : 'critical'}>
                    {number(one.measured)}
                    {unit(one)}
                  </StateBadge>
                )}
              </td>
              <td className={classes.meta}>
                {[
                  one.instrument,
                  one.measured !== null && one.tester_name,
                  one.measured !== null && formatDateTime(one.at),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const sign = (compare: string) => ({ '>=': '≥', '<=': '≤' })[compare] ?? compare

function MeasureForm({ base, measures }: { base: string; measures: Measure[] }) {
  const t = useT()
  const [round, setRound] = useState(0)
  return (
    <MeasureFields key={round} base={base} measures={measures} onSaved={() => setRound(round + 1)} t={t} />
  )
}

interface FieldsProps {
  base: string
  measures: Measure[]
  onSaved: () => void
  t: ReturnType<typeof useT>
}

function MeasureFields({ base, measures, onSaved, t }: FieldsProps) {
  const open = measures.filter((one) => one.measured === null)
  const form = useUniaForm(
    { code: open.find((one) => !one.instrument)?.code ?? '', measured: '', instrument: '' },
    'measure'
  )
  return (
    <Form
      form={form}
      method="patch"
      action={base}
      submitLabel={t('ops-console.rollout.test.enter')}
      guard={false}
      onSuccess={onSaved}
    >
      <SelectField
        name="code"
        label={t('ops-console.rollout.test.what')}
        required
        options={measures.map((one) => ({
          value: one.code,
          label: t(`ops-console.rollout.test.code.${one.code}`),
        }))}
      />
      <TextField
        name="measured"
        label={t('ops-console.rollout.test.measured')}
        hint={t('ops-console.rollout.test.measured_hint')}
        required
      />
      <TextField name="instrument" label={t('ops-console.rollout.test.instrument')} required />
    </Form>
  )
}
