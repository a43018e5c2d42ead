import { Suspense, lazy, useState } from 'react'
import { Link } from '@inertiajs/react'
import { UnstyledButton } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { useActive } from './nav.tsx'
import { useOnceOpened } from './use_opened_next.ts'
import classes from './shell.module.css'

const MenuDrawer = lazy(() => import('./menu_drawer.tsx'))

/** Four places within the thumb's reach, the rest behind “more”. */
export function BottomBar() {
  const t = useT()
  const { menu } = useShared()
  const [opened, setOpened] = useState(false)
  const wanted = useOnceOpened(opened)
  const active = useActive()
  const items = menu.flatMap((section) => section.items)
  if (items.length === 0) return null
  const first = items.slice(0, items.length <= 5 ? 5 : 4)
  return (
    <nav aria-label={t('ui.menu.label')} className={classes.bottom}>
      {first.map((item) => (
        <Link
          key={item.id}
          href={item.href}
          className={classes.bottomEntry}
          aria-current={item.href === active ? 'page' : undefined}
        >
          <Icon name={item.icon} size={22} />
          <span>{item.label}</span>
        </Link>
      ))}
      {items.length > first.length && (
        <UnstyledButton
          className={classes.bottomEntry}
          aria-haspopup="dialog"
          onClick={() => setOpened(true)}
        >
          <Icon name="menu-2" size={22} />
          <span>{t('ui.menu.more')}</span>
        </UnstyledButton>
      )}
      {wanted && (
        <Suspense fallback={null}>
          <MenuDrawer opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </nav>
  )
}
