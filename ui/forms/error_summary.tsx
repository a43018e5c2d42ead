import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../i18n/provider.tsx'
import { FormContext, fieldId } from './form_context.ts'
import classes from './forms.module.css'

/** All refusals at once, each a link to its field; takes the focus after a failed submit. */
export function ErrorSummary() {
  const t = useT()
  const { form, id } = useContext(FormContext)!
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(form.errors)
  const labels = useLabels(id, Object.keys(form.errors).join(' '))
  useEffect(() => {
    if (form.refused > 0) box.current?.focus()
  }, [form.refused])
  if (entries.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="group" aria-labelledby={`${id}-summary`} className={classes.summary}>
      <h2 id={`${id}-summary`}>{t('ui.form.errors', { count: entries.length })}</h2>
      <ul>
        {entries.map(([field, text]) => (
          <li key={field}>
            <a
              href={`#${fieldId(id, field)}`}
              onClick={(event) => {
                const input = document.getElementById(fieldId(id, field))
                if (!input) return
                event.preventDefault()
                input.focus()
              }}
            >
              {labels[field] ? t('ui.form.error_of', { field: labels[field], text }) : text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** “Fill this in” says nothing in a list: what the form calls each refused field, read from its label. */
function useLabels(form: string, fields: string): Record<string, string> {
  const [labels, setLabels] = useState<Record<string, string>>({})
  useLayoutEffect(() => {
    const named = fields.split(' ').map((field) => [field, labelOf(fieldId(form, field))])
    setLabels(Object.fromEntries(named))
  }, [form, fields])
  return labels
}

/** Without the asterisk, which stands in an element of its own. */
function labelOf(id: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)
  return label?.firstChild?.textContent?.trim() ?? ''
}
