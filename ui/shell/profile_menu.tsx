import { Link, router } from '@inertiajs/react'
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { SchemeIcon, switchLanguage, useScheme } from './switches.tsx'
import classes from './shell.module.css'

/** Account and log-out; on a phone also what the header has no room for. */
export function ProfileMenu({ compact }: { compact?: boolean }) {
  const t = useT()
  const { person, locale, places } = useShared()
  const scheme = useScheme()
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
        {places.some(({ roles }) => roles.some(({ id }) => id === 'guardian')) && (
          <Menu.Item component={Link} href="/family" leftSection={<Icon name="users" size={18} />}>
            {t('ui.profile.family')}
          </Menu.Item>
        )}
        {compact && (
          <>
            <Menu.Item leftSection={<SchemeIcon dark={scheme.dark} size={18} />} onClick={scheme.change}>
              {scheme.label}
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
