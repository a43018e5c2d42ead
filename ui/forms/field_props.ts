export interface FieldProps {
  name: string
  label: string
  hint?: string
  required?: boolean
  disabled?: boolean
}

/** Label, hint and error tied to the control by Mantine's wrapper (aria-describedby, aria-invalid). */
export function common({ label, hint, required, disabled }: FieldProps, id: string, error?: string) {
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
