/** What can be wrong with the played SEPM; names as the control interface takes them. */
export interface SepmFaults {
  /** One page is answered 401 as if the token had ended. */
  'sepm.expired'?: boolean
  /** A computer moves to the front of the list after each page. */
  'sepm.shifting'?: boolean
  'sepm.duplicates'?: boolean
  'sepm.error'?: boolean
  /** A connection's first request is cut, every second time. */
  'sepm.reset'?: boolean
  'sepm.refused'?: boolean
  'sepm.tokenSeconds'?: number
  'sepm.offline'?: boolean
  'sepm.infected'?: boolean
}
