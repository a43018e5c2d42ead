import { useEffect, useState } from 'react'

/** Becomes true with the first opening and stays so: what is never opened is never fetched. */
export function useOnceOpened(opened: boolean): boolean {
  const [once, setOnce] = useState(opened)
  if (opened && !once) setOnce(true)
  return once
}

/** `opened`, a turn later: a dialog notes where the focus was, to give it back, only when it sees `opened` change. */
export function useOpenedNext(opened: boolean): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(opened), [opened])
  return shown
}
