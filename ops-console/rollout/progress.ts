import type { LinkState } from '#ops/inventory/link'

export interface PlannedLink {
  state: LinkState
  /** `YYYY-MM-DD`. */
  plannedOn: string | null
  /** `YYYY-MM-DD` of the activation in Warsaw. */
  activatedOn: string | null
}

export interface ProgressPoint {
  /** First day of a month, `YYYY-MM-01`. */
  month: string
  /** Links that should be, and that are in service by the end of the month. Null after today. */
  planned: number
  active: number | null
}

const monthOf = (day: string) => `${day.slice(0, 7)}-01`

function following(month: string) {
  const [year, number] = month.split('-').map(Number)
  return number === 12 ? `${year! + 1}-01-01` : `${year}-${String(number! + 1).padStart(2, '0')}-01`
}

/** Plan against reality by months, both cumulative, from the first month that has either to today, or until all are active. */
export function progressSeries(links: readonly PlannedLink[], today: string): ProgressPoint[] {
  const days = links
    .flatMap(({ plannedOn, activatedOn }) => [plannedOn, activatedOn])
    .filter((day) => day !== null)
  if (!days.length) return []
  const months = days.map(monthOf).sort()
  const finished = links.every(({ activatedOn }) => activatedOn !== null)
  const last = finished || months.at(-1)! > monthOf(today) ? months.at(-1)! : monthOf(today)
  const points: ProgressPoint[] = []
  for (let month = months[0]!; month <= last; month = following(month)) {
    const end = following(month)
    const count = (field: 'plannedOn' | 'activatedOn') =>
      links.filter((link) => link[field] !== null && link[field]! < end).length
    points.push({
      month,
      planned: count('plannedOn'),
      active: month > monthOf(today) ? null : count('activatedOn'),
    })
  }
  return points
}

/** Days behind the plan; negative is ahead, null without a plan. */
export function delayDays({ plannedOn, activatedOn }: PlannedLink, today: string): number | null {
  if (!plannedOn) return null
  const end = activatedOn ?? today
  const days = Math.round((Date.parse(end) - Date.parse(plannedOn)) / 86_400_000)
  return activatedOn || days > 0 ? days : 0
}
