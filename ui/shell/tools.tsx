import { Link, router } from '@inertiajs/react'
import {
  Menu,
  UnstyledButton,
  VisuallyHidden,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import classes from './shell.module.css'

const switchLanguage = (locale: 'pl' | 'en') =>
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
  const t = useT()
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const { setColorScheme } = useMantineColorScheme()
  const label = t(scheme === 'dark' ? 'ui.scheme.light' : 'ui.scheme.dark')
  return (
    <UnstyledButton
      className={classes.tool}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
    </UnstyledButton>
  )
}

/** Account and log-out; on a phone also what the header has no room for. */
export function ProfileMenu({ compact }: { compact?: boolean }) {
  const t = useT()
  const { person, locale } = useShared()
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const { setColorScheme } = useMantineColorScheme()
  if (!person) return null
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.tool}>
          <VisuallyHidden>{t('ui.profile.label', { name: person.name })}</VisuallyHidden>
          <span className={classes.avatar} aria-hidden>
            {person.initials}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item component={Link} href="/account" leftSection={<Icon name="user-circle" size={18} />}>
          {t('ui.profile.account')}
        </Menu.Item>
        {compact && (
          <>
            <Menu.Item
              leftSection={<Icon name={scheme === 'dark' ? 'sun' : 'moon'} size={18} />}
              onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
            >
              {t(scheme === 'dark' ? 'ui.scheme.light' : 'ui.scheme.dark')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Icon name="language" size={18} />}
              onClick={() => switchLanguage(locale === 'pl' ? 'en' : 'pl')}
            >
              {t('ui.language.switch')}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="logout" size={18} />} onClick={() => router.post('/logout')}>
          {t('ui.profile.log_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
