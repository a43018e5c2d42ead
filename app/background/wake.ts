/** Hints that there is work; set by the process that runs relay and workers, elsewhere they do nothing. */
export const wake = { relay: () => {}, jobs: () => {} }
