import {
  Anchor,
  CheckboxField,
  DateField,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  TextareaField,
  TextField,
  useT,
  useUniaForm,
} from '@unia/ui'
import classes from './parts/alarms.module.css'

interface Fields {
  unit: string | null
  deviceId: string | null
  startsDay: string
  startsTime: string
  endsDay: string
  endsTime: string
  announcedDay: string
  announcedTime: string
  repeats: string | null
  repeatsUntil: string | null
  subtree: boolean
  slaExcluded: boolean
  reason: string
  supplier: string | null
  supplierReference: string | null
}

interface Props {
  window: (Fields & { id: string }) | null
  units: { value: string; label: string }[]
  chosen: { unit: string | null; deviceId: string | null }
}

const BLANK: Fields = {
  ...{ unit: null, deviceId: null, startsDay: '', startsTime: '22:00', endsDay: '', endsTime: '23:00' },
  ...{ announcedDay: '', announcedTime: '', repeats: 'none', repeatsUntil: null, subtree: true },
  ...{ slaExcluded: false, reason: '', supplier: null, supplierReference: null },
}

/** Work that was agreed: where, when, and whether it counts for the contract. */
export default function WindowForm({ window: kept, units, chosen }: Props) {
  const t = useT()
  const form = useUniaForm({ ...BLANK, ...chosen, ...kept })
  const label = (name: string) => t(`ops-console.window.${name}`)
  return (
    <>
      <PageHeader title={label(kept ? 'edit_title' : 'new_title')} />
      <Form
        form={form}
        method={kept ? 'put' : 'post'}
        action={`/city/ops-console/windows${kept ? `/${kept.id}` : ''}`}
        submitLabel={label('save')}
        aside={
          <Anchor component={Link} href="/city/ops-console/windows">
            {label('back')}
          </Anchor>
        }
      >
        <Stack>
          {form.data.deviceId ? (
            <p>{label('one_device')}</p>
          ) : (
            <SelectField
              name="unit"
              label={t('ops-console.alarms.field.unit')}
              options={[{ value: 'city', label: t('ops-console.windows.city') }, ...units]}
              required
            />
          )}
          {(['starts', 'ends'] as const).map((edge) => (
            <div key={edge} className={classes.fields}>
              <DateField name={`${edge}Day`} label={label(`${edge}_day`)} required />
              <TextField name={`${edge}Time`} label={label(`${edge}_time`)} placeholder="22:00" required />
            </div>
          ))}
          <SelectField
            name="repeats"
            label={label('repeats')}
            options={['none', 'weekly', 'monthly'].map((value) => ({
              value,
              label: label(`repeats.${value}`),
            }))}
            required
          />
          {form.data.repeats !== 'none' && <DateField name="repeatsUntil" label={label('repeats_until')} />}
          <TextareaField name="reason" label={t('ops-console.alarm.reason')} required maxLength={500} />
          <CheckboxField name="subtree" label={label('subtree')} hint={label('subtree_hint')} />
          <CheckboxField name="slaExcluded" label={label('sla_excluded')} hint={label('sla_hint')} />
          <div className={classes.fields}>
            <DateField name="announcedDay" label={label('announced_day')} />
            <TextField name="announcedTime" label={label('announced_time')} placeholder="09:00" />
          </div>
          <div className={classes.fields}>
            <TextField name="supplier" label={t('ops-console.alarms.field.supplier')} maxLength={60} />
            <TextField name="supplierReference" label={label('reference')} maxLength={80} />
          </div>
        </Stack>
      </Form>
    </>
  )
}
