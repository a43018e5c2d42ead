import { Suspense, lazy, useState } from 'react'
import { Kbd, UnstyledButton } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { keyLabel, useShortcut } from './shortcuts.tsx'
import { useOnceOpened } from './use_opened_next.ts'
import classes from './shell.module.css'

const fetchDialog = () => import('./search_dialog.tsx')
const SearchDialog = lazy(fetchDialog)

/** Search of the unit (or of the city): a button, ⌘K and /. */
export function Search({ iconOnly }: { iconOnly?: boolean }) {
  const t = useT()
  const { unit } = useShared()
  const [opened, setOpened] = useState(false)
  const wanted = useOnceOpened(opened)
  useShortcut('mod+k', t('ui.search.label'), () => setOpened(true))
  useShortcut('/', t('ui.search.label'), () => setOpened(true))
  if (!unit) return null
  return (
    <>
      <UnstyledButton
        className={iconOnly ? classes.tool : classes.search}
        aria-label={iconOnly ? t('ui.search.label') : undefined}
        aria-haspopup="dialog"
        onPointerEnter={fetchDialog}
        onClick={() => setOpened(true)}
      >
        <Icon name="search" size={iconOnly ? 22 : 18} />
        {!iconOnly && (
          <>
            <span className={classes.searchText}>{t('ui.search.prompt')}</span>
            <Kbd size="xs" aria-hidden>
              {keyLabel('mod+k')}
            </Kbd>
          </>
        )}
      </UnstyledButton>
      {wanted && (
        <Suspense fallback={null}>
          <SearchDialog slug={unit.slug} opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
