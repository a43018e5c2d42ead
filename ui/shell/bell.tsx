import { Suspense, lazy, useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { useOnceOpened } from './use_opened_next.ts'
import classes from './shell.module.css'

const fetchDrawer = () => import('./bell_drawer.tsx')
const BellDrawer = lazy(fetchDrawer)

/** Notifications: how many are unread; opens the drawer that shows them. */
export function Bell() {
  const t = useT()
  const { unread } = useShared().notifications
  const [opened, setOpened] = useState(false)
  const wanted = useOnceOpened(opened)
  return (
    <>
      <UnstyledButton
        className={classes.tool}
        aria-label={t('ui.bell.label', { count: unread })}
        aria-haspopup="dialog"
        onPointerEnter={fetchDrawer}
        onClick={() => setOpened(true)}
      >
        <Icon name="bell" />
        {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
      </UnstyledButton>
      {wanted && (
        <Suspense fallback={null}>
          <BellDrawer opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
