import { useEffect, useState } from 'react'
import { Link, router } from '@inertiajs/react'
import { Button, Drawer, Skeleton } from '@mantine/core'
import { useFormats, useT } from '../i18n/provider.tsx'
import { EmptyState } from '../page/empty_state.tsx'
import { useShared } from '../shared_props.ts'
import { requestJson } from './request.ts'
import { useOpenedNext } from './use_opened_next.ts'
import classes from './shell.module.css'

interface Item {
  id: string
  title: string
  text?: string
  href?: string
  at: string
  read: boolean
}

/** The notifications themselves, asked for anew at every opening. Its own chunk. */
export default function BellDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useT()
  const { csrfToken, now } = useShared()
  const shown = useOpenedNext(opened)
  const [items, setItems] = useState<Item[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!opened) return
    requestJson<{ items: Item[] }>('/notifications').then(
      (answer) => {
        setFailed(false)
        setItems(answer.items)
      },
      () => setFailed(true)
    )
  }, [opened])
  const markRead = async () => {
    await requestJson('/notifications/read', { method: 'POST', body: {}, csrfToken }).then(
      () => setItems((items ?? []).map((item) => ({ ...item, read: true }))),
      () => setFailed(true)
    )
    router.reload({ only: ['notifications'] })
  }
  return (
    <Drawer opened={shown} onClose={onClose} position="right" title={t('ui.bell.title')} size={400}>
      {failed && <p role="alert">{t('ui.bell.failed')}</p>}
      {!items && !failed && <Skeleton height={56} radius="md" />}
      {items?.length === 0 && <EmptyState icon="bell" title={t('ui.bell.empty')} />}
      {items?.some((item) => !item.read) && (
        <Button variant="default" size="xs" mb="sm" onClick={markRead}>
          {t('ui.bell.read_all')}
        </Button>
      )}
      <ul className={classes.notes}>
        {items?.map((item) => (
          <li key={item.id} data-unread={!item.read || undefined}>
            <Note item={item} now={now} onOpen={onClose} />
          </li>
        ))}
      </ul>
    </Drawer>
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
