export interface PlacesOptions<T> {
  /** How many work at once. */
  places: number
  /** A device that has said nothing for so long gives its place up, milliseconds; longer while others are slow too. */
  silentMs: number
  /** Whether nothing was heard of it yet. */
  isSilent: (item: T) => boolean
}

/** How much longer than the others, lately, a device must be silent. */
const SLOWER = 3
/** Weight of the latest device in what the others take. */
const WEIGHT = 0.1

/**
 * Work on many devices at once. A place is free again when its work is done, or when its device is silent: who does
 * not answer waits on without being in anybody's way. A whole net that answers slowly is not asked faster for that.
 *
 * @example await inPlaces(agents, { places: 256, silentMs: 100, isSilent }, (agent) => agent.poll())
 */
export async function inPlaces<T>(
  items: readonly T[],
  { places, silentMs, isSilent }: PlacesOptions<T>,
  work: (item: T) => Promise<void>
): Promise<void> {
  const all: Promise<void>[] = []
  let next = 0
  let usualMs = silentMs

  async function lane() {
    while (next < items.length) {
      const item = items[next++]
      const began = performance.now()
      const patience = () => Math.max(silentMs, SLOWER * usualMs)
      const done = work(item).finally(() => {
        if (!isSilent(item)) usualMs += WEIGHT * (performance.now() - began - usualMs)
      })
      all.push(done)
      await doneOrSilent(done, () => isSilent(item) && performance.now() - began >= patience(), silentMs)
    }
  }

  await Promise.all(Array.from({ length: Math.min(places, items.length) }, lane))
  await Promise.all(all)
}

function doneOrSilent(work: Promise<void>, isSilent: () => boolean, everyMs: number): Promise<void> {
  return new Promise((resolve) => {
    const free = () => {
      clearInterval(timer)
      resolve()
    }
    const timer = setInterval(() => void (isSilent() && free()), everyMs)
    work.then(free, free)
  })
}
