import type { MessageFile } from './messages.ts'

// A chunk of its own, like the list of pages.
export const core = import.meta.glob<MessageFile>([
  '../app/*/messages/*.json',
  '!../app/{identity,http}/messages/*.json',
])
const plugins = import.meta.glob<MessageFile>([
  '../plugins/*/messages/*.json',
  '../ops-console/messages/*.json',
])

/** Texts of one plugin, fetched with its first page. Undefined for the core. */
export const ofPlugin = (id: string, locale: string) =>
  plugins[`../${id === 'ops-console' ? id : `plugins/${id}`}/messages/${locale}.json`]
