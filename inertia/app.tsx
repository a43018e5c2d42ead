import { createInertiaApp } from '@inertiajs/react'
import { createRoot } from 'react-dom/client'
import { AppRoot, PublicLayout, Shell } from '@unia/ui'
import { loadMessages } from './messages.ts'
import { resolvePage } from './resolve_page.ts'

void createInertiaApp({
  title: (title) => (title ? `${title} – Unia` : 'Unia'),
  resolve: async (name) => {
    const { default: page } = await resolvePage(name)
    page.layout ??= (children: React.ReactNode) =>
      name.startsWith('core/public/') ? <PublicLayout>{children}</PublicLayout> : <Shell>{children}</Shell>
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
