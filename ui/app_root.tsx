import { Suspense, lazy, useMemo } from 'react'
import type { ReactNode } from 'react'
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import './theme/styles.ts'
import { buildTheme } from './theme.ts'
import { cssVariables } from './theme/variables.ts'
import { I18nProvider, useT } from './i18n/provider.tsx'
import { ConfirmProvider } from './feedback/confirm.tsx'
import { useToastsWanted } from './feedback/toast.ts'
import type { Messages } from './i18n/messages.ts'

const Toasts = lazy(() => import('./feedback/toasts.tsx'))
const schemes = localStorageColorSchemeManager({ key: 'unia.scheme' })

/** Everything a page may rely on: theme, texts, toasts, questions. Wraps Inertia's <App>. */
export function AppRoot(props: { locale: 'pl' | 'en'; messages: Messages; children: ReactNode }) {
  return (
    <I18nProvider locale={props.locale} messages={props.messages}>
      <Themed>{props.children}</Themed>
    </I18nProvider>
  )
}

function Themed({ children }: { children: ReactNode }) {
  const t = useT()
  const toasts = useToastsWanted()
  const theme = useMemo(() => buildTheme(t), [t])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      env={import.meta.env?.MODE === 'test' ? 'test' : 'default'}
    >
      <section aria-label={t('ui.messages')}>
        {toasts && (
          <Suspense fallback={null}>
            <Toasts />
          </Suspense>
        )}
      </section>
      <ConfirmProvider>{children}</ConfirmProvider>
    </MantineProvider>
  )
}
