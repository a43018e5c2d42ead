import { Menu } from '@mantine/core'
import { Icon } from './icon.tsx'
import { MoreButton } from './more_button.tsx'
import { target } from './page_action.ts'
import type { PageAction } from './page_action.ts'

/** Its own chunk: pages without further actions, the log-in among them, do without menus. */
export default function MoreMenu({ actions }: { actions: PageAction[] }) {
  return (
    <Menu>
      <Menu.Target>
        <MoreButton />
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.label}
            leftSection={action.icon && <Icon name={action.icon} size={18} />}
            color={action.danger ? 'danger' : undefined}
            {...target(action)}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
