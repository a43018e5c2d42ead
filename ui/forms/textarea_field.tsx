import { Textarea } from '@mantine/core'
import { common } from './field_props.ts'
import type { FieldProps } from './field_props.ts'
import { useField } from './form_context.ts'

export function TextareaField({
  rows = 3,
  maxLength,
  ...props
}: FieldProps & { rows?: number; maxLength?: number }) {
  const { id, value, error, set } = useField<string | null>(props.name)
  return (
    <Textarea
      {...common(props, id, error)}
      minRows={rows}
      maxLength={maxLength}
      value={value ?? ''}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}
