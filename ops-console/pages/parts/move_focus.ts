const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const

/** The element that lies nearest in the direction of an arrow key; null when there is none or the key is no arrow. */
export function nearest(from: HTMLElement, among: HTMLElement[], key: string): HTMLElement | null {
  if (!(key in DIRECTIONS)) return null
  const [x, y] = DIRECTIONS[key as keyof typeof DIRECTIONS]
  const start = centre(from)
  let best: HTMLElement | null = null
  let least = Number.POSITIVE_INFINITY
  for (const one of among) {
    const { left, top } = centre(one)
    const along = (left - start.left) * x + (top - start.top) * y
    if (one === from || along < 4) continue
    const aside = Math.abs((left - start.left) * y) + Math.abs((top - start.top) * x)
    const distance = along + aside * 3
    if (distance < least) [best, least] = [one, distance]
  }
  return best
}

function centre(element: HTMLElement) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left: left + width / 2, top: top + height / 2 }
}
