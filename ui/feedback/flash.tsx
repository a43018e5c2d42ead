import { useEffect, useRef } from 'react'
import { useShared } from '../shared_props.ts'
import { toast } from './toast.ts'

/** Turns the server's notice into a toast, once for each answer. */
export function FlashToasts() {
  const { flash, now } = useShared()
  const shown = useRef('')
  useEffect(() => {
    if (!flash || shown.current === now) return
    shown.current = now
    toast(flash)
  }, [flash, now])
  return null
}
