import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { moved, WHOLE, zoomed, type Frame, type Point } from '../../domain/map_marks.ts'

const STEP = 1.6
const PAN = 90
/** Less than this is a click that shook. */
const DRAG_FROM = 4

/** Zooming and moving the map: by wheel, by dragging, by keys `+ - 0` and Shift with arrows, and for buttons. */
export function useHold(area: RefObject<HTMLElement | null>, frame: Frame) {
  const [hold, setHold] = useState(WHOLE)
  const middle = { x: frame.width / 2, y: frame.height / 2 }
  const zoom = (factor: number, at: Point = middle) => setHold((now) => zoomed(now, factor, at, frame))
  const pan = (x: number, y: number) => setHold((now) => moved(now, { x: x * PAN, y: y * PAN }, frame))
  const doing: Record<string, (() => void) | undefined> = {
    '+': () => zoom(STEP),
    '=': () => zoom(STEP),
    '-': () => zoom(1 / STEP),
    '0': () => setHold(WHOLE),
    'Shift+ArrowLeft': () => pan(1, 0),
    'Shift+ArrowRight': () => pan(-1, 0),
    'Shift+ArrowUp': () => pan(0, 1),
    'Shift+ArrowDown': () => pan(0, -1),
  }
  useWheel(area, zoom)
  return {
    ...{ hold, zoom, pan },
    whole: () => setHold(WHOLE),
    in: () => zoom(STEP),
    out: () => zoom(1 / STEP),
    drag: useDrag((by) => setHold((now) => moved(now, by, frame))),
    /** Whether the key was one of the map's. */
    key(event: KeyboardEvent): boolean {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      const arrow = event.shiftKey && event.key.startsWith('Arrow')
      const act = doing[arrow ? `Shift+${event.key}` : event.key]
      if (act) event.preventDefault()
      act?.()
      return Boolean(act)
    },
  }
}

function useWheel(area: RefObject<HTMLElement | null>, zoom: (factor: number, at: Point) => void) {
  const latest = useRef(zoom)
  latest.current = zoom
  useEffect(() => {
    const element = area.current!
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      latest.current(Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top })
    }
    // React's own listener is passive and could not keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [area])
}

function useDrag(onMove: (by: Point) => void) {
  const from = useRef<Point | null>(null)
  const dragging = useRef(false)
  return {
    onPointerDown(event: PointerEvent) {
      dragging.current = false
      // Fingers scroll the page; on a phone the buttons move the map.
      if (event.pointerType !== 'touch' && event.button === 0)
        from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove(event: PointerEvent) {
      if (!from.current) return
      const by = { x: event.clientX - from.current.x, y: event.clientY - from.current.y }
      if (!dragging.current && Math.hypot(by.x, by.y) < DRAG_FROM) return
      if (!dragging.current) event.currentTarget.setPointerCapture(event.pointerId)
      dragging.current = true
      from.current = { x: event.clientX, y: event.clientY }
      onMove(by)
    },
    onPointerUp: () => void (from.current = null),
    onPointerCancel: () => void (from.current = null),
    onClickCapture(event: React.MouseEvent) {
      if (!dragging.current) return
      dragging.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    onDragStart: (event: React.DragEvent) => event.preventDefault(),
  }
}
