/** Pixels of the drawing; y grows to the south. */
export interface Point {
  x: number
  y: number
}

export interface Degrees {
  lat: number
  lon: number
}

/** How the map is held: `scale` 1 shows everything; `x` and `y` move the middle, in pixels at that scale. */
export interface Hold extends Point {
  scale: number
}

/** Marks that stand together: beside one another, or too many of them and shown as one with their count. */
export interface MarkGroup<Mark> {
  centre: Point
  radius: number
  marks: { mark: Mark; at: Point }[]
  counted: boolean
}

export interface Frame {
  width: number
  height: number
}

const KM_PER_DEGREE = 111.32
const MARGIN = 56
const SPACING = 25
const MOST_SPREAD = 20
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

export const WHOLE: Hold = { scale: 1, x: 0, y: 0 }
export const MAX_SCALE = 24

/** Kilometres east and south of the middle of the places; flat, which over one city errs by metres. */
function plane(places: Degrees[]) {
  const [south, north] = range(places.map(({ lat }) => lat))
  const [west, east] = range(places.map(({ lon }) => lon))
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const narrowing = Math.cos((middle.lat * Math.PI) / 180)
  return {
    kmOf: ({ lat, lon }: Degrees): Point => ({
      x: (lon - middle.lon) * KM_PER_DEGREE * narrowing,
      y: (middle.lat - lat) * KM_PER_DEGREE,
    }),
    width: Math.max(1, (east - west) * KM_PER_DEGREE * narrowing),
    height: Math.max(1, (north - south) * KM_PER_DEGREE),
  }
}

/** Draws places of a city into a frame; at scale 1 all of them are inside. `pxPerKm` is for the scale bar. */
export function projection(places: Degrees[], frame: Frame, hold: Hold) {
  const { kmOf, width, height } = plane(places)
  const fit = Math.min((frame.width - 2 * MARGIN) / width, (frame.height - 2 * MARGIN) / height)
  const pxPerKm = Math.max(1, fit) * hold.scale
  return {
    pxPerKm,
    pointOf(place: Degrees): Point {
      const { x, y } = kmOf(place)
      return { x: frame.width / 2 + hold.x + x * pxPerKm, y: frame.height / 2 + hold.y + y * pxPerKm }
    },
  }
}

/** The hold after zooming by a factor so that `at` stays where it is. */
export function zoomed(hold: Hold, factor: number, at: Point, frame: Frame): Hold {
  const scale = Math.min(MAX_SCALE, Math.max(1, hold.scale * factor))
  if (scale === 1) return WHOLE
  const by = scale / hold.scale
  const fromMiddle = { x: at.x - frame.width / 2, y: at.y - frame.height / 2 }
  return {
    scale,
    x: fromMiddle.x - (fromMiddle.x - hold.x) * by,
    y: fromMiddle.y - (fromMiddle.y - hold.y) * by,
  }
}

/** The hold moved by pixels; some of the map stays in the frame. */
export function moved(hold: Hold, by: Point, frame: Frame): Hold {
  const within = (value: number, size: number) => Math.min(size, Math.max(-size, value))
  return {
    scale: hold.scale,
    x: within(hold.x + by.x, (frame.width * hold.scale) / 2),
    y: within(hold.y + by.y, (frame.height * hold.scale) / 2),
  }
}

/**
 * Puts marks so that none covers another: those that would are gathered and laid around their middle like the seeds
 * of a sunflower, or counted when they are too many. At the largest scale nothing is counted.
 */
export function grouped<Mark>(marks: { mark: Mark; at: Point }[], scale: number): MarkGroup<Mark>[] {
  let groups = marks.map(({ mark, at }) => groupOf([{ mark, at }], scale))
  for (let touching = firstTouch(groups); touching; touching = firstTouch(groups)) {
    const [a, b] = touching
    const one = groupOf([...groups[a]!.marks, ...groups[b]!.marks], scale)
    groups = [...groups.filter((_, index) => index !== a && index !== b), one]
  }
  return groups.map(spread)
}

function groupOf<Mark>(marks: { mark: Mark; at: Point }[], scale: number): MarkGroup<Mark> {
  const sum = marks.reduce((all, { at }) => ({ x: all.x + at.x, y: all.y + at.y }), { x: 0, y: 0 })
  const counted = marks.length > MOST_SPREAD && scale < MAX_SCALE
  return {
    ...{ marks, counted, centre: { x: sum.x / marks.length, y: sum.y / marks.length } },
    radius: SPACING * (counted ? 1 : marks.length === 1 ? 0.5 : 0.6 * Math.sqrt(marks.length) + 0.4),
  }
}

function firstTouch(groups: MarkGroup<unknown>[]): [number, number] | null {
  for (let a = 0; a < groups.length; a++) {
    for (let b = a + 1; b < groups.length; b++) {
      const [one, other] = [groups[a]!, groups[b]!]
      const apart = Math.hypot(one.centre.x - other.centre.x, one.centre.y - other.centre.y)
      if (apart < one.radius + other.radius) return [a, b]
    }
  }
  return null
}

function spread<Mark>(group: MarkGroup<Mark>): MarkGroup<Mark> {
  if (group.counted || group.marks.length === 1) return group
  const laid = group.marks.map(({ mark }, index) => {
    const away = SPACING * 0.6 * Math.sqrt(index + 0.5)
    const angle = index * GOLDEN_ANGLE
    const { x, y } = group.centre
    return { mark, at: { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) } }
  })
  return { ...group, marks: laid }
}

const range = (values: number[]): [number, number] =>
  values.length ? [Math.min(...values), Math.max(...values)] : [0, 0]
