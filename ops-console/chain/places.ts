/**
 * Work on many devices at once. A place is free again when its work is done, or when the device has been silent for
 * `silentMs`: who does not answer waits on without being in anybody's way.
 *
 * @example await inPlaces(targets, { places: 256, silentMs: 100 }, (target) => ask(target))
 */
export async function inPlaces<T>(
  items: readonly T[],
  { places, silentMs }: { places: number; silentMs: number },
  work: (item: T) => Promise<void>
): Promise<void> {
  const all: Promise<void>[] = []
  let next = 0
  async function lane() {
    while (next < items.length) {
      const done = work(items[next++])
      all.push(done)
      await settledOrSilent(done, silentMs)
    }
  }
  await Promise.all(Array.from({ length: Math.min(places, items.length) }, lane))
  await Promise.all(all)
}

function settledOrSilent(work: Promise<void>, silentMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, silentMs)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    work.then(done, done)
  })
}
