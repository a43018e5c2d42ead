import { Suspense, lazy, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useT } from '../i18n/provider.tsx'
import { useOnceOpened } from './use_opened_next.ts'

const ShortcutList = lazy(() => import('./shortcut_list.tsx'))

export interface Shortcut {
  id: number
  /** `n`, `/`, `?`, `mod+k`. */
  key: string
  label: string
  run: () => void
}

let shortcuts: Shortcut[] = []
let nextId = 1
const listeners = new Set<() => void>()

function change(next: Shortcut[]) {
  shortcuts = next
  listeners.forEach((listener) => listener())
}

/** Registers a key of this page and lists it under `?`. Plain keys rest while the person types. */
export function useShortcut(key: string, label: string, handler: () => void): void {
  const run = useRef(handler)
  useEffect(() => {
    run.current = handler
  })
  useEffect(() => {
    const id = nextId++
    change([...shortcuts, { id, key, label, run: () => run.current() }])
    return () => change(shortcuts.filter((shortcut) => shortcut.id !== id))
  }, [key, label])
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type)

const pressed = (event: KeyboardEvent) =>
  (event.metaKey || event.ctrlKey ? 'mod+' : '') +
  (event.key.length === 1 ? event.key.toLowerCase() : event.key)

/** Listens once for the whole application; the latest registration of a key wins. */
export function ShortcutKeys() {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const wanted = useOnceOpened(opened)
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => shortcuts
  )
  useShortcut('?', t('ui.shortcuts.show'), () => setOpened(true))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const key = pressed(event)
      const modal = document.querySelector('[aria-modal="true"]')
      if (!key.startsWith('mod+') && (typing(event.target) || modal)) return
      const found = shortcuts.findLast((shortcut) => shortcut.key === key)
      if (!found) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return wanted ? (
    <Suspense fallback={null}>
      <ShortcutList all={all} opened={opened} onClose={() => setOpened(false)} />
    </Suspense>
  ) : null
}

/** `mod+k` → `⌘K` or `Ctrl+K`. */
export function keyLabel(key: string): string {
  const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
  return key
    .replace('mod+', apple ? '⌘' : 'Ctrl+')
    .replace(/(^|\+|⌘)([a-z])$/, (_, before, letter) => before + letter.toUpperCase())
}
