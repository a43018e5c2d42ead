import { router } from '@inertiajs/react'
import { UnstyledButton, VisuallyHidden, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
// Named, not through <Icon>: the log-in page needs these two, not all of them.
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useT } from '../i18n/provider.tsx'
import { useShared } from '../shared_props.ts'
import classes from './shell.module.css'

export const switchLanguage = (locale: 'pl' | 'en') =>
  router.post('/locale', { locale }, { preserveScroll: true, onSuccess: () => window.location.reload() })

/** The other language, named in itself. */
export function LanguageSwitch() {
  const t = useT()
  const { locale } = useShared()
  const other = locale === 'pl' ? 'en' : 'pl'
  return (
    <UnstyledButton
      className={classes.tool}
      title={t('ui.language.switch')}
      onClick={() => switchLanguage(other)}
    >
      <span className={classes.language}>{locale.toUpperCase()}</span>
      <VisuallyHidden lang={other}>{t('ui.language.switch')}</VisuallyHidden>
    </UnstyledButton>
  )
}

export function SchemeSwitch() {
  const { label, dark, change } = useScheme()
  return (
    <UnstyledButton className={classes.tool} aria-label={label} title={label} onClick={change}>
      <SchemeIcon dark={dark} />
    </UnstyledButton>
  )
}

export function SchemeIcon({ dark, size = 20 }: { dark: boolean; size?: number }) {
  const Sign = dark ? IconSun : IconMoon
  return <Sign size={size} stroke={1.6} aria-hidden focusable={false} />
}

/** Light or dark, what the switch says and does. */
export function useScheme() {
  const t = useT()
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark'
  const { setColorScheme } = useMantineColorScheme()
  return {
    dark,
    label: t(dark ? 'ui.scheme.light' : 'ui.scheme.dark'),
    change: () => setColorScheme(dark ? 'light' : 'dark'),
  }
}
