import { Drawer } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { useShared } from '../shared_props.ts'
import { Sections } from './nav.tsx'
import { useOpenedNext } from './use_opened_next.ts'

/** The whole menu on a phone. Its own chunk. */
export default function MenuDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useT()
  const { menu } = useShared()
  const shown = useOpenedNext(opened)
  return (
    <Drawer opened={shown} onClose={onClose} position="bottom" size="85%" title={t('ui.menu.label')}>
      <Sections menu={menu} onOpen={onClose} />
    </Drawer>
  )
}
