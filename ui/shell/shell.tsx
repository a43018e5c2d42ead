import type { ReactNode } from 'react'
import { UnstyledButton } from '@mantine/core'
import { FlashToasts } from '../feedback/flash.tsx'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { Announcer } from './announcer.tsx'
import { BackToPlace, useRememberPlace } from './back_to_place.tsx'
import { Banners } from './banners.tsx'
import { Bell } from './bell.tsx'
import { BottomBar } from './bottom_bar.tsx'
import { SideMenu } from './nav.tsx'
import { PlaceChooser } from './place_chooser.tsx'
import { Search } from './search.tsx'
import { ShortcutKeys } from './shortcuts.tsx'
import { ProfileMenu } from './profile_menu.tsx'
import { LanguageSwitch, SchemeSwitch } from './switches.tsx'
import { useStored } from './storage.ts'
import { usePhone } from './use_phone.ts'
import classes from './shell.module.css'

/** The frame of every page behind the log-in. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useT()
  const phone = usePhone()
  const { menu, unit } = useShared()
  const [narrow, setNarrow] = useStored('menu.narrow', false)
  useRememberPlace()
  const side = !phone && menu.length > 0
  return (
    <div className={classes.shell} data-narrow={narrow || undefined} data-side={side || undefined}>
      <a href="#main" className={classes.skip}>
        {t('ui.skip')}
      </a>
      <header className={classes.top}>
        <div className={classes.corner}>
          <PlaceChooser narrow={(narrow && side) || (phone && !unit)} />
        </div>
        {!unit && <BackToPlace />}
        {phone || !unit ? <span className={classes.gap} /> : <Search />}
        <Simulated />
        {phone && <Search iconOnly />}
        <Bell />
        {!phone && <LanguageSwitch />}
        {!phone && <SchemeSwitch />}
        <ProfileMenu compact={phone} />
      </header>
      {side && (
        <SideMenu narrow={narrow}>
          <UnstyledButton
            className={classes.fold}
            data-narrow={narrow || undefined}
            aria-expanded={!narrow}
            onClick={() => setNarrow(!narrow)}
            aria-label={t(narrow ? 'ui.menu.widen' : 'ui.menu.fold')}
          >
            <Icon name={narrow ? 'layout-sidebar-left-expand' : 'layout-sidebar-left-collapse'} />
            {!narrow && <span>{t('ui.menu.fold')}</span>}
          </UnstyledButton>
        </SideMenu>
      )}
      <main id="main" className={classes.main} tabIndex={-1}>
        <Banners />
        {children}
      </main>
      {phone && <BottomBar />}
      <Announcer />
      <FlashToasts />
      <ShortcutKeys />
    </div>
  )
}

function Simulated() {
  const t = useT()
  const { simulated } = useShared()
  return simulated ? (
    <span className={classes.simulated} title={t('ui.simulated.hint')}>
      {t('ui.simulated')}
    </span>
  ) : null
}
