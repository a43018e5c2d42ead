export interface Fit {
  columns: number
  rows: number
  /** Cells that a sick tile takes in each direction. */
  large: { columns: number; rows: number }
}

/** Width to height of one cell at which its code and line still read well. */
const ASPECT = 2.1
const LARGE = [
  { columns: 2, rows: 2 },
  { columns: 2, rows: 1 },
  { columns: 1, rows: 1 },
]
/** Share of the cells that large tiles may take before they shrink. */
const MOST_LARGE = 0.42

/** Divides an area into equal cells so that every tile fits without scrolling, the sick ones larger. Lengths in px. */
export function fit(sick: number, healthy: number, width: number, height: number): Fit {
  const large =
    LARGE.find(
      ({ columns, rows }) => sick * columns * rows <= MOST_LARGE * cells(sick, healthy, { columns, rows })
    ) ?? LARGE.at(-1)!
  const total = Math.max(1, cells(sick, healthy, large))
  const wanted = Math.round(Math.sqrt((total * Math.max(1, width)) / (Math.max(1, height) * ASPECT)))
  const found = [wanted, wanted + 1, wanted - 1].map((columns) => divided(Math.max(large.columns, columns)))
  return found.reduce((best, one) => (one.columns * one.rows < best.columns * best.rows ? one : best))

  function divided(columns: number): Fit {
    const sickRows = Math.ceil(sick / Math.floor(columns / large.columns)) * large.rows
    return { columns, rows: Math.max(1, sickRows, Math.ceil(total / columns)), large }
  }
}

const cells = (sick: number, healthy: number, large: Fit['large']) =>
  sick * large.columns * large.rows + healthy
