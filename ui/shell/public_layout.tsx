import type { ReactNode } from 'react'
import { FlashToasts } from '../feedback/flash.tsx'
import { useT } from '../i18n/provider.tsx'
import { useShared } from '../shared_props.ts'
import { Announcer } from './announcer.tsx'
import { Banners } from './banners.tsx'
import { LanguageSwitch, SchemeSwitch } from './switches.tsx'
import classes from './shell.module.css'

/** The frame of log-in and error pages: one calm column. */
export function PublicLayout({ children }: { children: ReactNode }) {
  const t = useT()
  const { simulated } = useShared()
  return (
    <div className={classes.public}>
      <a href="#main" className={classes.skip}>
        {t('ui.skip')}
      </a>
      <header className={classes.publicTop}>
        <a href="/" className={classes.brand}>
          <Mark />
          Unia
        </a>
        <span className={classes.gap} />
        {simulated && <span className={classes.simulated}>{t('ui.simulated')}</span>}
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <main id="main" tabIndex={-1} className={classes.publicMain}>
        <Banners />
        <div className={classes.publicCard}>{children}</div>
      </main>
      <Announcer />
      <FlashToasts />
    </div>
  )
}

/** Two rings joined: the Union. */
function Mark() {
  return (
    <svg
      width="28"
      height="28"
      viewBox="0 0 28 28"
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
    >
      <circle cx="10.5" cy="14" r="7" />
      <circle cx="17.5" cy="14" r="7" />
    </svg>
  )
}
