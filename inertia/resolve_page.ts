import type { ResolvedComponent } from '@inertiajs/react'
import { extendMessages } from '@unia/ui'
import { loadMessages } from './messages.ts'

export interface PageModule {
  default: ResolvedComponent
}

const open = import.meta.glob<PageModule>('./pages/public/*.tsx')

/** `core/home` → inertia/pages, `ops-console/wall` → the console, `library/books/index` → plugins/library/pages. */
export async function resolvePage(name: string): Promise<PageModule> {
  const load = open[`./pages/${name.replace('core/', '')}.tsx`] ?? (await behind(name))
  if (!load) throw new Error(`Page "${name}" does not exist`)
  const [page, messages] = await Promise.all([load(), loadMessages(name)])
  extendMessages(messages)
  return page
}

async function behind(name: string) {
  const { core, opsConsole, plugins } = await import('./pages_behind.ts')
  const [room, ...rest] = name.split('/')
  const path = `pages/${rest.join('/')}.tsx`
  if (room === 'core') return core[`./${path}`]
  return room === 'ops-console' ? opsConsole[`../ops-console/${path}`] : plugins[`../plugins/${room}/${path}`]
}
