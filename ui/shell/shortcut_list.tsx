import { Kbd, Modal } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { keyLabel } from './shortcuts.tsx'
import type { Shortcut } from './shortcuts.tsx'
import { useOpenedNext } from './use_opened_next.ts'
import classes from './shell.module.css'

interface Props {
  all: Shortcut[]
  opened: boolean
  onClose: () => void
}

/** What `?` shows: every key that works here. Its own chunk. */
export default function ShortcutList({ all, opened, onClose }: Props) {
  const t = useT()
  const shown = useOpenedNext(opened)
  return (
    <Modal opened={shown} onClose={onClose} title={t('ui.shortcuts.title')}>
      <dl className={classes.shortcuts}>
        {[...new Map(all.map((shortcut) => [shortcut.key, shortcut])).values()].map(({ key, label }) => (
          <div key={key}>
            <dt>
              <Kbd>{keyLabel(key)}</Kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
