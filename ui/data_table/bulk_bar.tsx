import { Button, CloseButton } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import type { BulkAction } from './types.ts'
import classes from './data_table.module.css'

interface BulkBarProps {
  selected: string[]
  actions: BulkAction[]
  onClear: () => void
}

/** Stands in place of the filters while rows are selected. */
export function BulkBar({ selected, actions, onClear }: BulkBarProps) {
  const t = useT()
  return (
    <div className={classes.bulk} role="group" aria-label={t('ui.table.bulk')}>
      <CloseButton size={32} aria-label={t('ui.table.deselect')} onClick={onClear} />
      <strong className="u-tabular">{t('ui.table.selected', { count: selected.length })}</strong>
      <span className={classes.spacer} />
      {actions.map((action) => (
        <Button
          key={action.id}
          variant="default"
          c={action.danger ? 'var(--u-critical-text)' : undefined}
          leftSection={action.icon && <Icon name={action.icon} size={18} />}
          onClick={() => action.run(selected, onClear)}
        >
          {action.label}
        </Button>
      ))}
    </div>
  )
}
