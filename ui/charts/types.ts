export interface Point {
  /** ISO instant or milliseconds for a time axis; any text for categories. */
  at: string | number
  /** `null` leaves a gap. */
  value: number | null
}

export interface Series {
  id: string
  label: string
  points: Point[]
  /** Last week and other comparisons: a pale line behind. */
  pale?: boolean
}

export interface ChartProps {
  /** What is shown: `Ruch w sieci`. */
  title: string
  kind?: 'line' | 'bar'
  axis?: 'time' | 'category'
  series: Series[]
  /** `Mb/s`, `%`. */
  unit?: string
  /** The shared range of charts below each other. */
  from?: string | number
  to?: string | number
  height?: number
  /** Whether the value axis holds zero; default yes. No for levels such as dBm, whose small changes matter. */
  fromZero?: boolean
  /** A stretch of the time axis was marked by dragging, or zoomed with Ctrl and the wheel; ms. Offer buttons besides. */
  onZoom?: (from: number, to: number) => void
  formatValue?: (value: number) => string
}

export const millis = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at))
