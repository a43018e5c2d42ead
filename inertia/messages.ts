type Messages = Record<string, string>
export type MessageFile = { default: Messages }

/** All that the log-in pages say; the texts of the other rooms follow with the first page behind them. */
const open = import.meta.glob<MessageFile>([
  '../ui/messages/*.json',
  '../app/{identity,http}/messages/*.json',
])

const localeOf = () => (document.documentElement.lang === 'en' ? 'en' : 'pl')

/** Texts of the core and of the room that shows this page. */
export async function loadMessages(component: string, locale = localeOf()): Promise<Messages> {
  const [room = ''] = component.split('/')
  const files = ofLocale(open, locale)
  if (!component.startsWith('core/public/')) {
    const { core, ofPlugin } = await import('./messages_behind.ts')
    files.push(...ofLocale(core, locale), ...ofPlugin(room, locale))
  }
  const loaded = await Promise.all(files.map((load) => load()))
  return Object.assign({}, ...loaded.map((file) => file.default))
}

const ofLocale = (files: Record<string, () => Promise<MessageFile>>, locale: string) =>
  Object.entries(files)
    .filter(([path]) => path.endsWith(`/${locale}.json`))
    .map(([, load]) => load)
