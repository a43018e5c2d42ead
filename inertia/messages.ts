type Messages = Record<string, string>
type File = { default: Messages }

const core = import.meta.glob<File>(['../app/*/messages/*.json', '../ui/messages/*.json', './messages/*.json'])
const plugins = import.meta.glob<File>(['../plugins/*/messages/*.json', '../ops-console/messages/*.json'])

const localeOf = () => (document.documentElement.lang === 'en' ? 'en' : 'pl')

/** Texts of the core and of the room that shows the first page. */
export async function loadMessages(component: string, locale: string): Promise<Messages> {
  const files = Object.entries(core).filter(([path]) => path.endsWith(`/${locale}.json`))
  const loaded = await Promise.all(files.map(([, load]) => load()))
  const own = await loadPluginMessages(component.split('/')[0]!, locale)
  return Object.assign({}, ...loaded.map((file) => file.default), own)
}

/** Texts of one plugin; a chunk of its own, fetched with its first page. */
export async function loadPluginMessages(id: string, locale = localeOf()): Promise<Messages | null> {
  const folder = id === 'ops-console' ? '../ops-console' : `../plugins/${id}`
  return (await plugins[`${folder}/messages/${locale}.json`]?.())?.default ?? null
}
