import {
  Button,
  Card,
  Form,
  router,
  SelectField,
  Stack,
  TextareaField,
  useFormats,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { SilenceRow } from '#ops/queries/window_list'
import { useWords } from './use_words.ts'
import classes from './alarms.module.css'

interface Props {
  silences: SilenceRow[]
  units: { value: string; label: string }[]
  manage: boolean
}

const KINDS = ['cpe', 'edge', 'endpoints', 'core', 'sepm', 'switch']
const HOURS = [1, 4, 24, 72, 168, 720]

/** What is kept quiet now, and a form for more. */
export function SilenceTable({ silences, units, manage }: Props) {
  const t = useT()
  const words = useWords()
  const { formatDateTime } = useFormats()
  const what = (one: SilenceRow) => [
    one.unit,
    one.device,
    words.entity(one.kind),
    one.check && words.check({ check: one.check }),
    one.severity && t(`ops-console.alarms.filter.severity.${one.severity}`),
  ]
  return (
    <Card title={t('ops-console.silences.title')}>
      {silences.length === 0 && <p>{t('ops-console.silences.empty')}</p>}
      {silences.length > 0 && (
        <table className={classes.rows}>
          <thead>
            <tr>
              {['silenced', 'reason', 'author', 'closed_at', 'actions'].map((field) => (
                <th key={field} scope="col">
                  {t(`ops-console.alarms.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {silences.map((one) => (
              <tr key={one.id}>
                <td>{what(one).filter(Boolean).join(' · ')}</td>
                <td>{one.reason}</td>
                <td>{one.author}</td>
                <td>{formatDateTime(one.endsAt)}</td>
                <td>
                  {manage && (
                    <Button
                      variant="default"
                      size="xs"
                      onClick={() =>
                        router.delete(`/city/ops-console/silences/${one.id}`, { preserveScroll: true })
                      }
                    >
                      {t('ops-console.silences.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {manage && <SilenceForm units={units} />}
    </Card>
  )
}

function SilenceForm({ units }: Pick<Props, 'units'>) {
  const t = useT()
  const words = useWords()
  const none = null as string | null
  const form = useUniaForm(
    { unit: none, kind: none, severity: none, hours: '4' as string | null, reason: '' },
    'silence'
  )
  return (
    <Form
      form={form}
      action="/city/ops-console/silences"
      submitLabel={t('ops-console.alarm.silence_submit')}
      onSuccess={() => form.reset()}
      guard={false}
    >
      <Stack>
        <SelectField name="unit" label={t('ops-console.alarms.field.unit')} options={units} />
        <SelectField
          name="kind"
          label={t('ops-console.alarms.field.entity')}
          options={KINDS.map((value) => ({ value, label: words.entity(value) }))}
        />
        <SelectField
          name="severity"
          label={t('ops-console.alarms.filter.severity')}
          options={['critical', 'warning'].map((value) => ({
            value,
            label: t(`ops-console.alarms.filter.severity.${value}`),
          }))}
        />
        <SelectField
          name="hours"
          label={t('ops-console.alarm.silence_for')}
          options={HOURS.map((count) => ({
            value: String(count),
            label: t('ops-console.alarm.hours', { count }),
          }))}
          required
        />
        <TextareaField name="reason" label={t('ops-console.alarm.reason')} required maxLength={500} />
      </Stack>
    </Form>
  )
}
