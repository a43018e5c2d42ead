import { router } from '@inertiajs/react'
import { Button } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import type { Flash } from '../shared_props.ts'
import { StateShape } from '../state/state_shape.tsx'
import classes from './feedback.module.css'

const states = { success: 'ok', warning: 'warning', error: 'critical', info: 'maintenance' } as const

/** Where toasts appear. Its own chunk, fetched with the first one. */
export default function Toasts() {
  return (
    <Notifications
      position="bottom-right"
      limit={4}
      transitionDuration={120}
      zIndex={400}
      withinPortal={false}
    />
  )
}

export function show({ tone, text, undo }: Flash): void {
  const id = crypto.randomUUID?.() ?? String(Math.random())
  notifications.show({
    id,
    withBorder: true,
    autoClose: tone === 'error' ? false : undo ? 12_000 : 6_000,
    role: tone === 'error' ? 'alert' : 'status',
    className: classes.toast,
    icon: <StateShape state={states[tone]} size={14} />,
    message: (
      <span className={classes.toastLine}>
        <span>{text}</span>
        {undo && (
          <Button
            size="xs"
            variant="light"
            onClick={() => {
              notifications.hide(id)
              router.visit(undo.href, { method: undo.method, preserveScroll: true, preserveState: true })
            }}
          >
            {undo.label}
          </Button>
        )}
      </span>
    ),
  })
}
