import { useEffect, useRef, useState } from 'react'
import {
  ActionIcon,
  Button,
  Checkbox,
  Menu,
  NativeSelect,
  Popover,
  SegmentedControl,
  Select,
  TextInput,
} from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { exportAddress } from './address.ts'
import type { ListState } from './address.ts'
import type { Column, FilterDef } from './types.ts'
import classes from './data_table.module.css'

interface ToolbarProps {
  state: ListState
  url: string
  searchable: boolean
  searchLabel?: string
  filterDefs: FilterDef[]
  exportHref?: string
  onChange: (change: Partial<ListState>, replace?: boolean) => void
  children: React.ReactNode
}

/** Search, filters, export, and what `children` adds. */
export function Toolbar({
  state,
  url,
  searchable,
  searchLabel,
  filterDefs,
  exportHref,
  onChange,
  children,
}: ToolbarProps) {
  const t = useT()
  const filtered = state.q !== '' || Object.keys(state.filters).length > 0
  const setFilter = (id: string, value: string, replace = false) =>
    onChange({ filters: { ...state.filters, [id]: value } }, replace)
  return (
    <div className={classes.toolbar}>
      {searchable && (
        <Typed
          value={state.q}
          label={searchLabel ?? t('ui.table.search')}
          icon="search"
          className={classes.search}
          onType={(q) => onChange({ q }, true)}
        />
      )}
      {filterDefs.map((def) => (
        <FilterField key={def.id} def={def} value={state.filters[def.id] ?? ''} onChange={setFilter} />
      ))}
      {filtered && (
        <Button variant="subtle" size="sm" px="xs" onClick={() => onChange({ q: '', filters: {} })}>
          {t('ui.table.clear_filters')}
        </Button>
      )}
      <span className={classes.spacer} />
      {exportHref && (
        <Menu>
          <Menu.Target>
            <Button variant="default" px="sm" rightSection={<Icon name="chevron-down" size={16} />}>
              {t('ui.table.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['csv', 'xlsx'] as const).map((format) => (
              <Menu.Item key={format} component="a" href={exportAddress(exportHref, url, format)}>
                {t(`ui.table.export.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {children}
    </div>
  )
}

interface FilterFieldProps {
  def: FilterDef
  value: string
  onChange: (id: string, value: string, replace?: boolean) => void
}

function FilterField({ def, value, onChange }: FilterFieldProps) {
  if (def.kind === 'select') {
    const options = def.options ?? []
    return (
      <Select
        className={classes.filter}
        data={options}
        value={value || null}
        placeholder={def.label}
        aria-label={def.label}
        clearable
        searchable={options.length > 8}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        onChange={(next) => onChange(def.id, next ?? '')}
      />
    )
  }
  return (
    <Typed
      className={classes.filter}
      type={def.kind === 'date' ? 'date' : undefined}
      value={value}
      label={def.label}
      onType={(next) => onChange(def.id, next, true)}
    />
  )
}

interface TypedProps {
  value: string
  label: string
  icon?: string
  type?: string
  className?: string
  onType: (value: string) => void
}

/** A field that tells 250 ms after the last key, and follows the address when that changes elsewhere. */
function Typed({ value, label, icon, type, className, onType }: TypedProps) {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(value)
  useEffect(() => {
    if (value !== sent.current) setText(value)
    sent.current = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type_ = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = next.trim()
      onType(next)
    }, 250)
  }
  return (
    <TextInput
      className={className}
      type={type ?? 'text'}
      value={text}
      placeholder={label}
      aria-label={label}
      leftSection={icon && <Icon name={icon} size={18} />}
      onChange={(event) => type_(event.currentTarget.value)}
    />
  )
}

interface SortProps<Row> {
  columns: Column<Row>[]
  sort: string
  onSort: (sort: string) => void
}

/** On a phone there are no headers to press. */
export function SortField<Row>({ columns, sort, onSort }: SortProps<Row>) {
  const t = useT()
  const options = columns
    .filter((column) => column.sortable)
    .flatMap(({ id, header }) => [
      { value: id, label: `${header} ↑` },
      { value: `-${id}`, label: `${header} ↓` },
    ])
  return options.length === 0 ? null : (
    <NativeSelect
      className={classes.filter}
      aria-label={t('ui.table.sort')}
      value={sort}
      data={options}
      onChange={(event) => onSort(event.currentTarget.value)}
    />
  )
}

interface ViewProps<Row> {
  columns: Column<Row>[]
  hidden: string[]
  density: 'comfortable' | 'compact'
  onHidden: (hidden: string[]) => void
  onDensity: (density: 'comfortable' | 'compact') => void
}

/** Which columns, how tall the rows; remembered in this browser. */
export function ViewMenu<Row>({ columns, hidden, density, onHidden, onDensity }: ViewProps<Row>) {
  const t = useT()
  const toggle = (id: string) =>
    onHidden(hidden.includes(id) ? hidden.filter((own) => own !== id) : [...hidden, id])
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" aria-label={t('ui.table.view')} title={t('ui.table.view')}>
          <Icon name="columns" size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('ui.table.view')}>
        <SegmentedControl
          fullWidth
          size="xs"
          mb="sm"
          aria-label={t('ui.table.density')}
          value={density}
          onChange={(value) => onDensity(value as 'comfortable' | 'compact')}
          data={[
            { value: 'comfortable', label: t('ui.table.comfortable') },
            { value: 'compact', label: t('ui.table.compact') },
          ]}
        />
        <fieldset className={classes.columnChoice}>
          <legend>{t('ui.table.columns')}</legend>
          {columns.map(({ id, header }, at) => (
            <Checkbox
              key={id}
              size="sm"
              label={header}
              disabled={at === 0}
              checked={!hidden.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}
