import { useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'

interface Options {
  count: number
  onOpen: (at: number) => void
  onSelect: (at: number) => void
  onPage: (step: 1 | -1) => void
}

const STEP: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * One tab stop for all rows: ↑↓ Home End move, Enter opens, Space selects, PageUp and PageDown turn the page. The
 * focused thing of a row is its link (else its checkbox, else the row), marked `data-row-focus`.
 */
export function useRowKeys({ count, onOpen, onSelect, onPage }: Options) {
  const [active, setActive] = useState(0)
  const current = Math.min(active, Math.max(0, count - 1))

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const target = event.target as HTMLElement
    const at = Number(target.closest('tr')?.dataset.at ?? current)
    const handled = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key in STEP) {
      handled()
      const next = STEP[event.key]!(at, count)
      setActive(next)
      const row = event.currentTarget.querySelector(`tr[data-at="${next}"]`)
      const inside = row?.querySelector<HTMLElement>('[data-row-focus]')
      ;(inside ?? (row as HTMLElement | null))?.focus()
    }
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      handled()
      onPage(event.key === 'PageDown' ? 1 : -1)
    }
    if (!target.matches('[data-row-focus], tr')) return
    if (event.key === ' ' && !target.matches('input')) {
      handled()
      onSelect(at)
    }
    if (event.key === 'Enter' && !target.matches('a')) {
      handled()
      onOpen(at)
    }
  }

  const onFocus = (event: FocusEvent<HTMLTableSectionElement>) => {
    const at = Number((event.target as HTMLElement).closest('tr')?.dataset.at)
    if (Number.isInteger(at)) setActive(at)
  }
  return { active: current, onKeyDown, onFocus }
}
