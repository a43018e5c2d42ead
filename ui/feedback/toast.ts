import { useSyncExternalStore } from 'react'
import type { Flash } from '../shared_props.ts'

let wanted = false
const listeners = new Set<() => void>()

/** Whether any toast was asked for yet. */
export const useToastsWanted = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => wanted
  )

/** Shows a message for some seconds, with undo when the server offers it; errors stay until closed. */
export function toast(flash: Flash): void {
  wanted = true
  listeners.forEach((listener) => listener())
  void import('./toasts.tsx').then(({ show }) => show(flash))
}

/** `undoToast({ text, undoHref, undoLabel })` after an optimistic change. */
export function undoToast(options: {
  text: string
  undoHref: string
  undoLabel: string
  method?: 'post' | 'delete' | 'put'
}): void {
  const { text, undoHref, undoLabel, method = 'post' } = options
  toast({ tone: 'success', text, undo: { href: undoHref, method, label: undoLabel } })
}
