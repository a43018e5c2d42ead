import { useEffect, useRef } from 'react'
import { router } from '@unia/ui'

const EVERY_MS = 30_000

/** What the stream does not carry (interfaces, transitions) is asked for when the state changes, and now and then. */
export function useDetailsRefresh(state: string, only: string[] = ['details']) {
  const known = useRef(state)
  const wanted = only.join()
  useEffect(() => {
    const ask = () => router.reload({ only: wanted.split(',') })
    const timer = setInterval(ask, EVERY_MS)
    const soon = known.current === state ? undefined : setTimeout(ask, 700)
    known.current = state
    return () => {
      clearInterval(timer)
      clearTimeout(soon)
    }
  }, [state, wanted])
}
