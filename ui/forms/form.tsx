import { useEffect, useId, useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { ErrorSummary } from './error_summary.tsx'
import { FormContext } from './form_context.ts'
import type { UniaForm } from './use_unia_form.ts'
import { useLeaveGuard } from './use_leave_guard.ts'
import classes from './forms.module.css'

interface FormProps {
  // Fields read and write by name, so the form's own type is no matter here.
  form: Omit<UniaForm<never>, 'set' | 'data'> & { data: object; set: unknown }
  method?: 'post' | 'put' | 'patch' | 'delete'
  action: string
  submitLabel: string
  onSuccess?: () => void
  /** Beside the button, e.g. a link back. */
  aside?: ReactNode
  /** Off for short public forms such as the log-in. */
  guard?: boolean
  children: ReactNode
}

/** One column, labels above, errors beside the fields and summed up on top. ⌘/Ctrl + Enter saves. */
export function Form({
  form,
  method = 'post',
  action,
  submitLabel,
  onSuccess,
  aside,
  guard = true,
  children,
}: FormProps) {
  const t = useT()
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  useLeaveGuard(guard && form.dirty && !form.busy)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    form.submit(method, action, { onSuccess })
  }
  useEffect(() => {
    const node = element.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) node?.requestSubmit()
    }
    node?.addEventListener('keydown', onKey)
    return () => node?.removeEventListener('keydown', onKey)
  }, [])
  return (
    <FormContext.Provider value={{ id, form: form as never }}>
      <form ref={element} className={classes.form} noValidate onSubmit={submit} aria-busy={form.busy}>
        <ErrorSummary />
        {form.restored && (
          <p role="status" className={classes.restored}>
            {t('ui.form.restored')}
          </p>
        )}
        {children}
        <div className={classes.foot}>
          <Button type="submit" size="md" loading={form.busy}>
            {submitLabel}
          </Button>
          {aside}
          {guard && form.dirty && <span className={classes.unsaved}>{t('ui.form.unsaved')}</span>}
        </div>
      </form>
    </FormContext.Provider>
  )
}
