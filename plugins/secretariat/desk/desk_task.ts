/** One line of the secretary's desk: what waits, and where it is settled. */
export interface DeskTask {
  /** Message key. */
  text: string
  values?: Record<string, string | number>
  /** Path inside the unit, `/secretariat/…`. */
  href: string
  /** `YYYY-MM-DD`. */
  due?: string
  count?: number
}
