import type { ResolvedComponent } from '@inertiajs/react'
import { extendMessages } from '@unia/ui'
import { loadPluginMessages } from './messages.ts'

export interface PageModule {
  default: ResolvedComponent
}

const core = import.meta.glob<PageModule>('./pages/**/*.tsx')
const plugins = import.meta.glob<PageModule>('../plugins/*/pages/**/*.tsx')
const console_ = import.meta.glob<PageModule>('../ops-console/pages/**/*.tsx')

/** `core/home` → inertia/pages, `ops-console/wall` → the console, `library/books/index` → plugins/library/pages. */
export async function resolvePage(name: string): Promise<PageModule> {
  const [room, ...rest] = name.split('/')
  const path = rest.join('/')
  const load =
    room === 'core'
      ? core[`./pages/${path}.tsx`]
      : room === 'ops-console'
        ? console_[`../ops-console/pages/${path}.tsx`]
        : plugins[`../plugins/${room}/pages/${path}.tsx`]
  if (!load) throw new Error(`Page "${name}" does not exist`)
  const [page, messages] = await Promise.all([load(), room === 'core' ? null : loadPluginMessages(room!)])
  if (messages) extendMessages(messages)
  return page
}
