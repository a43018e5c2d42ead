import type { MessageFile } from './messages.ts'

// A chunk of its own, like the list of pages.
export const core = import.meta.glob<MessageFile>([
  '../app/*/messages/*.json',
  '!../app/{identity,http}/messages/*.json',
])
const plugins = import.meta.glob<MessageFile>([
  '../plugins/*/messages/**/*.json',
  '../ops-console/messages/**/*.json',
])

/** Texts of one plugin, by topic where it has many, fetched with its first page. Empty for the core. */
export function ofPlugin(id: string, locale: string): (() => Promise<MessageFile>)[] {
  const folder = `../${id === 'ops-console' ? id : `plugins/${id}`}/messages/${locale}`
  return Object.entries(plugins)
    .filter(([path]) => path === `${folder}.json` || path.startsWith(`${folder}/`))
    .map(([, load]) => load)
}
