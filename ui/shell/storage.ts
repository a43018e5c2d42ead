import { useCallback, useState } from 'react'

/** A choice kept in this browser; a browser that refuses storage only forgets. */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(`unia.${key}`) ?? initial)
  const store = useCallback(
    (next: T) => {
      setValue(next)
      try {
        localStorage.setItem(`unia.${key}`, JSON.stringify(next))
      } catch {
        // private mode
      }
    },
    [key]
  )
  return [value, store]
}

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}
