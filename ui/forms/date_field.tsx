import { Suspense, lazy } from 'react'
import { TextInput } from '@mantine/core'
import { common } from './field_props.ts'
import type { FieldProps } from './field_props.ts'
import { useField } from './form_context.ts'

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
