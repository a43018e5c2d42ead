import { Suspense, lazy, useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { useIdle } from '../live/use_idle.ts'
import { useOnceOpened } from './use_opened_next.ts'
import classes from './shell.module.css'

const fetchDrawer = () => import('./bell_drawer.tsx')
const BellDrawer = lazy(fetchDrawer)
const BellLive = lazy(() => import('./bell_live.tsx'))

/** Notifications: how many are unread; opens the drawer that shows them. */
export function Bell() {
  const t = useT()
  const { person } = useShared()
  const { unread, hear } = useUnread()
  const idle = useIdle()
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
      {idle && person && (
        <Suspense fallback={null}>
          <BellLive accountId={person.accountId} onUnread={hear} />
        </Suspense>
      )}
      {wanted && (
        <Suspense fallback={null}>
          <BellDrawer opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}

/** The count of the page, until a later one is heard; the next page knows better again. */
function useUnread() {
  const { notifications } = useShared()
  const [heard, setHeard] = useState<{ unread: number; since: object } | null>(null)
  const hear = (unread: number) => setHeard({ unread, since: notifications })
  return { unread: heard?.since === notifications ? heard.unread : notifications.unread, hear }
}
