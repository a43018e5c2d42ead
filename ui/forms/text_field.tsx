import { PasswordInput, TextInput } from '@mantine/core'
import type { TextInputProps } from '@mantine/core'
import { common } from './field_props.ts'
import type { FieldProps } from './field_props.ts'
import { useField } from './form_context.ts'

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password' | 'url'
  inputMode?: TextInputProps['inputMode']
  autoComplete?: string
  maxLength?: number
  placeholder?: string
  autoFocus?: boolean
}

export function TextField({
  type = 'text',
  inputMode,
  autoComplete,
  maxLength,
  placeholder,
  autoFocus,
  ...props
}: TextFieldProps) {
  const { id, value, error, set } = useField<string | null>(props.name)
  const Input = type === 'password' ? PasswordInput : TextInput
  return (
    <Input
      {...common(props, id, error)}
      {...{ inputMode, autoComplete, maxLength, placeholder, autoFocus }}
      {...(type !== 'password' && { type })}
      value={value ?? ''}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}
