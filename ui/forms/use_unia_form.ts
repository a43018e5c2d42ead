import { useEffect, useRef, useState } from 'react'
import { useForm, usePage } from '@inertiajs/react'
import { dropDraft, keepDraft, takeDraft } from './draft.ts'
import { useShared } from '../shared_props.ts'

type Data = Record<string, unknown>
type Method = 'post' | 'put' | 'patch' | 'delete'
export type FormValue = string | number | boolean | null | File | File[] | string[] | undefined

export interface UniaForm<T extends Data> {
  data: T
  set: <K extends keyof T & string>(field: K, value: T[K]) => void
  /** Messages of the server by field. */
  errors: Record<string, string>
  dirty: boolean
  busy: boolean
  /** Percent of an upload under way. */
  progress: number | null
  /** How often a submit was refused; the summary takes the focus when it grows. */
  refused: number
  /** A draft of a lost session was put back. */
  restored: boolean
  reset: () => void
  submit: (method: Method, href: string, options?: SubmitOptions) => void
}

export interface SubmitOptions {
  onSuccess?: () => void
  preserveScroll?: boolean
}

/**
 * A form over Inertia: errors of VineJS come back as props, a second submit waits for the first, and what was typed is
 * kept when the answer is a log-in page instead. `name` tells forms of one page apart.
 */
export function useUniaForm<T extends Record<string, FormValue>>(initial: T, name = 'form'): UniaForm<T> {
  const { url } = usePage()
  const { person } = useShared()
  // One account's draft is never shown to another who logs in at the same computer.
  const [draftName] = useState(() => `${person?.accountId ?? 'public'}:${url.split('?')[0]}:${name}`)
  const [draft] = useState(() => takeDraft(draftName))
  const form = useForm<Record<string, FormValue>>(initial)
  const pageErrors = useShared().errors ?? {}
  const [refused, setRefused] = useState(0)
  const [restored, setRestored] = useState(false)
  const busy = useRef(false)

  useEffect(() => {
    if (!draft) return
    form.setData({ ...initial, ...(draft as T) })
    setRestored(true)
    dropDraft(draftName)
    // once, when the form appears
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const submit = (method: Method, href: string, options: SubmitOptions = {}) => {
    if (busy.current) return
    busy.current = true
    // Who is not logged in has no session to lose.
    if (person) keepDraft(draftName, form.data)
    form.submit(method, href, {
      preserveScroll: options.preserveScroll ?? true,
      onSuccess: (page) => {
        if (/^core\/(public|errors)\//.test(page.component)) return
        dropDraft(draftName)
        form.setDefaults()
        options.onSuccess?.()
      },
      onError: () => {
        dropDraft(draftName)
        setRefused((times) => times + 1)
      },
      onFinish: () => {
        busy.current = false
      },
    })
  }

  return {
    data: form.data as T,
    set: (field, value) => {
      form.setData((data) => ({ ...data, [field]: value as FormValue }))
      if (form.errors[field]) form.clearErrors(field)
    },
    errors: flat({ ...(refused > 0 ? {} : pageErrors), ...form.errors }),
    dirty: form.isDirty,
    busy: form.processing,
    progress: form.progress?.percentage ?? null,
    refused,
    restored,
    reset: () => form.resetAndClearErrors(),
    submit,
  }
}

/** VineJS may name several messages for a field; the first is said. */
function flat(errors: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, text]) => {
      const first = Array.isArray(text) ? text[0] : text
      return first ? [[field, String(first)]] : []
    })
  )
}
