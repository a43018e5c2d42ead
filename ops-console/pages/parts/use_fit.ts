import { useEffect, useRef, useState } from 'react'
import { fit, type Fit } from '../../domain/fit.ts'

/** Measures an area and divides it among the tiles. The reference goes onto the area. */
export function useFit(sick: number, healthy: number) {
  const area = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 900, height: 700 })
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(area.current!)
    return () => observer.disconnect()
  }, [])
  const found: Fit = fit(sick, healthy, size.width, size.height)
  return { area, fit: found, cell: { width: size.width / found.columns, height: size.height / found.rows } }
}
