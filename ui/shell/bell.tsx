import { useState } from 'react'
import { Link, router } from '@inertiajs/react'
import { Button, Drawer, Skeleton, UnstyledButton } from '@mantine/core'
import { useFormats, useT } from '../i18n/provider.tsx'
import { EmptyState } from '../page/empty_state.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { requestJson } from './request.ts'
import classes from './shell.module.css'

interface Item {
  id: string
  title: string
  text?: string
  href?: string
  at: string
  read: boolean
}

/** Notifications: how many are unread, and the drawer that shows them. */
export function Bell() {
  const t = useT()
  const { notifications, csrfToken, now } = useShared()
  const [opened, setOpened] = useState(false)
  const [items, setItems] = useState<Item[] | null>(null)
  const [failed, setFailed] = useState(false)
  const { unread } = notifications

  const open = () => {
    setOpened(true)
    setFailed(false)
    requestJson<{ items: Item[] }>('/notifications')
      .then((answer) => setItems(answer.items))
      .catch(() => setFailed(true))
  }
  const markRead = async () => {
    await requestJson('/notifications/read', { method: 'POST', body: {}, csrfToken }).then(
      () => setItems((items ?? []).map((item) => ({ ...item, read: true }))),
      () => setFailed(true)
    )
    router.reload({ only: ['notifications'] })
  }

  return (
    <>
      <UnstyledButton
        className={classes.tool}
        aria-label={t('ui.bell.label', { count: unread })}
        aria-haspopup="dialog"
        onClick={open}
      >
        <Icon name="bell" />
        {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        title={t('ui.bell.title')}
        size={400}
      >
        {failed && <p role="alert">{t('ui.bell.failed')}</p>}
        {!items && !failed && <Skeleton height={56} radius="md" />}
        {items?.length === 0 && <EmptyState icon="bell" title={t('ui.bell.empty')} />}
        {items && items.some((item) => !item.read) && (
          <Button variant="default" size="xs" mb="sm" onClick={markRead}>
            {t('ui.bell.read_all')}
          </Button>
        )}
        <ul className={classes.notes}>
          {items?.map((item) => (
            <li key={item.id} data-unread={!item.read || undefined}>
              <Note item={item} now={now} onOpen={() => setOpened(false)} />
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  )
}

function Note({ item, now, onOpen }: { item: Item; now: string; onOpen: () => void }) {
  const t = useT()
  const { formatSince } = useFormats()
  const content = (
    <>
      <span className={classes.noteTitle}>
        {!item.read && <span className={classes.unread} role="img" aria-label={t('ui.bell.unread')} />}
        {item.title}
      </span>
      {item.text && <span>{item.text}</span>}
      <time dateTime={item.at} className={classes.noteTime}>
        {formatSince(item.at, now)}
      </time>
    </>
  )
  return item.href ? (
    <Link href={item.href} className={classes.note} onClick={onOpen}>
      {content}
    </Link>
  ) : (
    <div className={classes.note}>{content}</div>
  )
}
