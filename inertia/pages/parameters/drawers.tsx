import {
  CheckboxField,
  DateField,
  Drawer,
  Form,
  Stack,
  Text,
  TextareaField,
  TextField,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { CityValue, Parameter } from './types.ts'

interface EnterProps {
  parameter: Parameter | null
  today: string
  onClose: () => void
}

/** The city's own value from a day on. */
export function EnterDrawer({ parameter, today, onClose }: EnterProps) {
  const t = useT()
  return (
    <Drawer
      opened={parameter !== null}
      onClose={onClose}
      position="right"
      size={460}
      title={t('core.parameters.enter.title')}
    >
      {parameter && <EnterForm key={parameter.id} parameter={parameter} today={today} onClose={onClose} />}
    </Drawer>
  )
}

function EnterForm({ parameter, today, onClose }: EnterProps & { parameter: Parameter }) {
  const t = useT()
  const initial = {
    parameter: parameter.id,
    value: '',
    from: today,
    to: null as string | null,
    verify: false,
    note: '',
  }
  const form = useUniaForm(initial, parameter.id)
  const Field = parameter.type === 'table' ? TextareaField : TextField
  return (
    <Stack>
      <Text>{parameter.name}</Text>
      <Text size="sm" c="dimmed">
        {parameter.source}
      </Text>
      <Form
        form={form}
        action="/city/parameters"
        submitLabel={t('core.parameters.enter.submit')}
        onSuccess={onClose}
      >
        <Field
          name="value"
          label={t('core.parameters.enter.value')}
          hint={t(`core.parameters.type.${parameter.type}`, { unit: parameter.unit })}
          required
        />
        <DateField name="from" label={t('core.parameters.enter.from')} required />
        <DateField
          name="to"
          label={t('core.parameters.enter.to')}
          hint={t('core.parameters.enter.to.hint')}
        />
        <TextField
          name="note"
          label={t('core.parameters.enter.note')}
          hint={t('core.parameters.enter.note.hint')}
          maxLength={500}
        />
        <CheckboxField name="verify" label={t('core.parameters.enter.verify')} />
      </Form>
    </Stack>
  )
}

/** A withdrawn value stays in the history with the reason. */
export function WithdrawDrawer({ value, onClose }: { value: CityValue | null; onClose: () => void }) {
  const t = useT()
  const form = useUniaForm({ reason: '' }, 'withdraw')
  return (
    <Drawer
      opened={value !== null}
      onClose={onClose}
      position="right"
      title={t('core.parameters.withdraw.title')}
    >
      {value && (
        <Form
          form={form}
          method="delete"
          action={`/city/parameters/values/${value.id}`}
          submitLabel={t('core.parameters.withdraw')}
          onSuccess={onClose}
        >
          <TextareaField
            name="reason"
            label={t('core.parameters.withdraw.reason')}
            required
            maxLength={500}
          />
        </Form>
      )}
    </Drawer>
  )
}
