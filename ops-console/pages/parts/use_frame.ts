import { useEffect, useRef, useState } from 'react'
import type { Frame } from '../../domain/map_marks.ts'

/** An element and its size in pixels as it changes; `otherwise` until it is measured. */
export function useFrame<Element extends HTMLElement>(otherwise: Frame) {
  const ref = useRef<Element>(null)
  const [frame, setFrame] = useState(otherwise)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      if (width && height) setFrame({ width, height })
    })
    observer.observe(ref.current!)
    return () => observer.disconnect()
  }, [])
  return { ref, frame }
}
