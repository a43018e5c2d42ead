import { Checkbox } from '@mantine/core'
import type { FieldProps } from './field_props.ts'
import { useField } from './form_context.ts'

export function CheckboxField(props: FieldProps) {
  const { id, value, error, set } = useField<boolean>(props.name)
  const { label, hint, disabled } = props
  return (
    <Checkbox
      {...{ id, label, disabled, error }}
      description={hint}
      size="sm"
      checked={value ?? false}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  )
}
