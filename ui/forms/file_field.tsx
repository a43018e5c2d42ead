import { FileInput } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { common } from './field_props.ts'
import type { FieldProps } from './field_props.ts'
import { useField } from './form_context.ts'

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
      // The control is a button, which cannot be required; the asterisk and the server's answer say it.
      aria-required={undefined}
      accept={accept}
      multiple={multiple as never}
      clearable
      placeholder={t('ui.form.choose_file')}
      value={value as never}
      onChange={(next) => set(next as File | null)}
    />
  )
}
