import { createContext, useContext } from 'react'
import type { FormValue, UniaForm } from './use_unia_form.ts'

export const FormContext = createContext<{ id: string; form: UniaForm<Record<string, FormValue>> } | null>(
  null
)

/** A field's value, message and ids, by its name in the form around it. */
export function useField<V extends FormValue>(name: string) {
  const context = useContext(FormContext)
  if (!context) throw new Error(`E_NO_FORM: the field "${name}" stands outside <Form>`)
  const { form, id } = context
  return {
    id: fieldId(id, name),
    value: form.data[name] as V,
    error: form.errors[name],
    set: (value: V) => form.set(name, value),
  }
}

export const fieldId = (form: string, name: string): string => `${form}-${name}`
