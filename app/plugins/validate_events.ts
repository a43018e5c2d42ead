import type { FoundPlugin, RefusedPlugin } from './discover.ts'

/** A subscription to an event that nobody publishes is a mistake, unless it says it can live without. */
export function validateEvents(plugins: FoundPlugin[], coreEvents: string[]): RefusedPlugin[] {
  const published = new Set([
    ...coreEvents,
    ...plugins.flatMap(({ manifest }) => (manifest.publishes ?? []).map((event) => event.type)),
  ])
  return plugins.flatMap(({ manifest, folder }) => {
    const problems = (manifest.subscribes ?? [])
      .filter((subscription) => !subscription.publisherMayBeAbsent && !published.has(subscription.event.type))
      .map((subscription) => `subscribes to "${subscription.event.type}", which no loaded plugin publishes`)
    return problems.length ? [{ id: manifest.id, folder, problems }] : []
  })
}
