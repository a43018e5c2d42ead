import { Suspense, lazy } from 'react'
import { Checkbox, FileInput, PasswordInput, Select, TextInput, Textarea } from '@mantine/core'
import type { TextInputProps } from '@mantine/core'
import { useField } from './form_context.ts'
import { useT } from '../i18n/provider.tsx'

interface FieldProps {
  name: string
  label: string
  hint?: string
  required?: boolean
  disabled?: boolean
}

/** Label, hint and error tied to the control by Mantine's wrapper (aria-describedby, aria-invalid). */
function common({ label, hint, required, disabled }: FieldProps, id: string, error?: string) {
  return {
    id,
    label,
    description: hint,
    disabled,
    error,
    withAsterisk: required,
    'aria-required': required,
    size: 'md' as const,
    inputWrapperOrder,
  }
}

const inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]

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

export function FileField({
  accept,
  multiple,
  ...props
}: FieldProps & { accept?: string; multiple?: boolean }) {
  const t = useT()
  const { id, value, error, set } = useField<File | File[] | null>(props.name)
  return (
    <FileInput
      {...common(props, id, error)}
      accept={accept}
      multiple={multiple as never}
      clearable
      placeholder={t('ui.form.choose_file')}
      value={value as never}
      onChange={(next) => set(next as File | null)}
    />
  )
}

const DateInput = lazy(() => import('./date_input.tsx'))

/** A day as `YYYY-MM-DD`; typed `12.11.2026`, `2026-11-12` or chosen. The calendar is fetched when first needed. */
export function DateField({ min, max, ...props }: FieldProps & { min?: string; max?: string }) {
  const { id, value, error, set } = useField<string | null>(props.name)
  const shared = common(props, id, error)
  return (
    <Suspense fallback={<TextInput {...shared} value={value ?? ''} readOnly />}>
      <DateInput
        {...shared}
        value={value || null}
        onChange={(next) => set(next)}
        minDate={min}
        maxDate={max}
      />
    </Suspense>
  )
}
