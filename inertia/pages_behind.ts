import type { PageModule } from './resolve_page.ts'

// A chunk of its own: the list of every page behind the log-in is no small one.
export const core = import.meta.glob<PageModule>(['./pages/**/*.tsx', '!./pages/public/**'])
export const plugins = import.meta.glob<PageModule>('../plugins/*/pages/**/*.tsx')
export const opsConsole = import.meta.glob<PageModule>('../ops-console/pages/**/*.tsx')
