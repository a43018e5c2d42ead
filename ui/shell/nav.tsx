import type { ReactNode } from 'react'
import { Link, usePage } from '@inertiajs/react'
import { Tooltip } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import type { MenuEntry, MenuSection } from '../shared_props.ts'
import { activeHref } from './active_href.ts'
import classes from './shell.module.css'

export function useActive(): string | null {
  const { menu } = useShared()
  const { url } = usePage()
  return activeHref(
    url,
    menu.flatMap((section) => section.items.map((item) => item.href))
  )
}

/** The menu at the side, grouped by work; narrow it shows icons with names on hover and focus. */
export function SideMenu({ narrow, children }: { narrow: boolean; children: ReactNode }) {
  const t = useT()
  const { menu } = useShared()
  return (
    <nav aria-label={t('ui.menu.label')} className={classes.side}>
      <div className={classes.menu}>
        <Sections menu={menu} narrow={narrow} />
      </div>
      {children}
    </nav>
  )
}

export function Sections({
  menu,
  narrow,
  onOpen,
}: {
  menu: MenuSection[]
  narrow?: boolean
  onOpen?: () => void
}) {
  const active = useActive()
  return menu.map(({ section, label, items }) => (
    <div key={section} className={classes.section} role="group" aria-label={label}>
      <div className={classes.sectionLabel} aria-hidden data-narrow={narrow || undefined}>
        {narrow ? '' : label}
      </div>
      {items.map((item) => (
        <Entry key={item.id} item={item} narrow={narrow} current={item.href === active} onOpen={onOpen} />
      ))}
    </div>
  ))
}

function Entry(props: { item: MenuEntry; narrow?: boolean; current: boolean; onOpen?: () => void }) {
  const { item, narrow, current, onOpen } = props
  const link = (
    <Link
      href={item.href}
      prefetch
      className={classes.entry}
      data-narrow={narrow || undefined}
      aria-current={current ? 'page' : undefined}
      aria-label={narrow ? `${item.label} ${item.badge?.value ?? ''}`.trim() : undefined}
      onClick={onOpen}
    >
      <Icon name={item.icon} />
      {!narrow && <span className={classes.entryLabel}>{item.label}</span>}
      {item.badge && (
        <span className={classes.entryBadge} data-tone={item.badge.tone} data-narrow={narrow || undefined}>
          {item.badge.value}
        </span>
      )}
    </Link>
  )
  return narrow ? (
    <Tooltip label={item.label} position="right" openDelay={100}>
      {link}
    </Tooltip>
  ) : (
    link
  )
}
