import { Select } from '@mantine/core'
import { common } from './field_props.ts'
import type { FieldProps } from './field_props.ts'
import { useField } from './form_context.ts'

export interface SelectFieldProps extends FieldProps {
  options: { value: string; label: string; disabled?: boolean }[]
  clearable?: boolean
}

/** Searchable from nine options on. */
export function SelectField({ options, clearable, ...props }: SelectFieldProps) {
  const { id, value, error, set } = useField<string | null>(props.name)
  return (
    <Select
      {...common(props, id, error)}
      data={options}
      clearable={clearable ?? !props.required}
      searchable={options.length > 8}
      value={value || null}
      onChange={(next) => set(next)}
    />
  )
}
