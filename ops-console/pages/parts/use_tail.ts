import { useEffect, useRef, useState } from 'react'
import { requestJson } from '@unia/ui'
import type { EventRow } from '#ops/queries/event_list'

const EVERY_MS = 2000
const MOST_SHOWN = 500

/** Events that came since the page was rendered, asked for again and again while `following`. */
export function useTail(first: EventRow[], href: string, query: string, following: boolean) {
  const [rows, setRows] = useState(first)
  const [lost, setLost] = useState(false)
  const newest = useRef(first[0]?.key)
  useEffect(() => {
    setRows(first)
    newest.current = first[0]?.key
  }, [first])

  useEffect(() => {
    if (!following) return
    const ending = new AbortController()
    const ask = async () => {
      const after = newest.current ? `&after=${newest.current}` : ''
      const answer = await requestJson<{ rows: EventRow[] }>(`${href}?${query}${after}`, {
        signal: ending.signal,
      })
      setLost(false)
      if (!answer.rows.length) return
      newest.current = answer.rows[0]!.key
      setRows((now) => [...answer.rows, ...now].slice(0, MOST_SHOWN))
    }
    let timer: ReturnType<typeof setTimeout>
    const again = () => {
      timer = setTimeout(() => {
        void ask()
          .catch(() => setLost(!ending.signal.aborted))
          .finally(() => !ending.signal.aborted && again())
      }, EVERY_MS)
    }
    again()
    return () => {
      ending.abort()
      clearTimeout(timer)
    }
  }, [href, query, following])
  return { rows, lost }
}
