import { useEffect, useMemo, useRef, useState } from 'react'
import { router, usePage } from '@inertiajs/react'
import { readAddress, writeAddress } from './address.ts'
import type { ListState } from './address.ts'

/** The list's state out of the address, and visits that change it. Old rows stay until the new ones are here. */
export function useList(options: { sort: string; only?: string[] }) {
  const { url } = usePage()
  const [slow, setSlow] = useState(false)
  const visits = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const state = useMemo(() => readAddress(url, { sort: options.sort }), [url, options.sort])

  const change = (next: Partial<ListState>, replace = false) => {
    const visit = ++visits.current
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSlow(true), 300)
    router.visit(writeAddress(url, next), {
      preserveState: true,
      preserveScroll: true,
      replace,
      only: options.only,
      onFinish: () => {
        if (visit !== visits.current) return
        clearTimeout(timer.current)
        setSlow(false)
      },
    })
  }
  return { url, state, slow, change }
}
