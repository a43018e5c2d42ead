import { useState } from 'react'

/** Selected rows by key; those no longer on the page are forgotten, so nothing unseen is ever acted on. */
export function useSelection(keys: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ids = keys.filter((key) => chosen.has(key))
  const all = keys.length > 0 && ids.length === keys.length
  return {
    ids,
    all,
    has: (key: string) => chosen.has(key),
    clear: () => setChosen(new Set()),
    toggleAll: () => setChosen(new Set(all ? [] : keys)),
    toggle: (key: string) => {
      const next = new Set(ids)
      if (!next.delete(key)) next.add(key)
      setChosen(next)
    },
  }
}
