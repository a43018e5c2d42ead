import type { ComponentPropsWithRef } from 'react'
import { ActionIcon } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from './icon.tsx'

/** Opens what a page can do beside its main action; stands alone until the menu behind it has arrived. */
export function MoreButton(props: ComponentPropsWithRef<'button'>) {
  const t = useT()
  return (
    <ActionIcon {...props} variant="default" aria-label={t('ui.more_actions')}>
      <Icon name="dots" />
    </ActionIcon>
  )
}
