/** What became of everything that came in, since the process started. */
export class Counters {
  received = 0
  stored = 0
  quarantined = 0
  /** A source spoke faster than it may. */
  droppedRate = 0
  /** The queue to the database was full. */
  droppedQueue = 0
  /** The database refused the row. */
  refused = 0
  /** The kernel had no room; only where /proc tells. */
  droppedKernel = 0
  /** Datagrams that are no trap, streams that lost their framing. */
  malformed = 0
  truncated = 0
  hints = 0
  /** Longest time between receipt and row of the last period, ms. */
  longestDelayMs = 0

  get dropped() {
    return this.droppedRate + this.droppedQueue + this.droppedKernel + this.refused
  }

  takeLongestDelay() {
    const longest = Math.round(this.longestDelayMs)
    this.longestDelayMs = 0
    return longest
  }
}
