import { createInertiaApp } from '@inertiajs/react'
import { createRoot } from 'react-dom/client'
import { AppRoot, PublicLayout } from '@unia/ui'
import { loadMessages } from './messages.ts'
import { resolvePage } from './resolve_page.ts'

/** The shell is a chunk of its own: who only logs in, on a phone perhaps, does not wait for it. */
const frameOf = async (name: string) =>
  name.startsWith('core/public/') ? PublicLayout : (await import('@unia/ui/shell')).Shell

void createInertiaApp({
  title: (title) => (title ? `${title} – Unia` : 'Unia'),
  resolve: async (name) => {
    const [{ default: page }, Frame] = await Promise.all([resolvePage(name), frameOf(name)])
    page.layout ??= (children: React.ReactNode) => <Frame>{children}</Frame>
    return page
  },
  setup: async ({ el, App, props }) => {
    const locale = (props.initialPage.props as { locale?: string }).locale === 'en' ? 'en' : 'pl'
    const messages = await loadMessages(props.initialPage.component, locale)
    createRoot(el!).render(
      <AppRoot locale={locale} messages={messages}>
        <App {...props} />
      </AppRoot>
    )
  },
  progress: { delay: 300, color: '#0b6b47', showSpinner: false },
})
