import { useState } from 'react'
import type { MouseEvent } from 'react'
import { router } from '@inertiajs/react'
import { Checkbox, VisuallyHidden } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { EmptyState } from '../page/empty_state.tsx'
import { usePhone } from '../shell/use_phone.ts'
import { useStored } from '../shell/storage.ts'
import { BulkBar } from './bulk_bar.tsx'
import { HeadCell } from './head_cell.tsx'
import { Pager } from './pager.tsx'
import { SkeletonRows, TableRow } from './table_row.tsx'
import { SortField, Toolbar, ViewMenu } from './toolbar.tsx'
import type { DataTableProps } from './types.ts'
import { useList } from './use_list.ts'
import { useRowKeys } from './use_row_keys.ts'
import { useSelection } from './use_selection.ts'
import classes from './data_table.module.css'

const idOf = (row: unknown) => String((row as { id: string | number }).id)

/**
 * A list of the server: searching, filtering, sorting and paging live in the address and are done by the database; the
 * table only shows. Cards on a phone. See README.md for an example.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, rows, total, page, pageSize, columns, rowHref, rowKey = idOf, rowLabel = rowKey } = props
  const { filterDefs = [], bulkActions = [], searchable = true, selectable = bulkActions.length > 0 } = props
  const t = useT()
  const phone = usePhone()
  const name = `table.${props.id ?? caption}`
  const { url, state, slow, change } = useList({ sort: props.sort, only: props.only })
  const [density, setDensity] = useStored<'comfortable' | 'compact'>('density', 'comfortable')
  const [hidden, setHidden] = useStored(
    `${name}.hidden`,
    columns.filter((column) => column.defaultHidden).map(({ id }) => id)
  )
  const [first, setFirst] = useState(true)
  const shown = columns.filter(({ id }) => !hidden.includes(id))
  const list = rows ?? []
  const keys = list.map(rowKey)
  const selection = useSelection(keys)
  const pages = Math.max(1, Math.ceil(total / pageSize))

  const open = (at: number) => rowHref && router.visit(rowHref(list[at]!))
  const turn = (step: 1 | -1) => {
    const next = Math.min(pages, Math.max(1, page + step))
    if (next !== page) change({ page: next })
  }
  const { active, onKeyDown, onFocus } = useRowKeys({
    count: list.length,
    onOpen: open,
    onSelect: (at) => selectable && selection.toggle(keys[at]!),
    onPage: turn,
  })
  const onClick = (event: MouseEvent<HTMLTableRowElement>, at: number) => {
    const inner = (event.target as HTMLElement).closest('a, button, input, label')
    if (inner || window.getSelection()?.toString()) return
    if (event.metaKey || event.ctrlKey) window.open(rowHref?.(list[at]!), '_blank', 'noopener')
    else open(at)
  }
  const filtered = state.q !== '' || Object.keys(state.filters).length > 0
  const empty = rows !== undefined && list.length === 0
  if (first && rows) setFirst(false)

  return (
    <section className={classes.frame} data-density={density} aria-label={caption}>
      {selection.ids.length > 0 ? (
        <BulkBar selected={selection.ids} actions={bulkActions} onClear={selection.clear} />
      ) : (
        <Toolbar
          state={{ ...state, filters: props.filters ?? state.filters }}
          url={url}
          searchable={searchable}
          searchLabel={props.searchLabel}
          filterDefs={filterDefs}
          exportHref={props.exportHref}
          onChange={change}
        >
          {phone && <SortField columns={columns} sort={state.sort} onSort={(sort) => change({ sort })} />}
          <ViewMenu
            columns={columns}
            hidden={hidden}
            density={density}
            onHidden={setHidden}
            onDensity={setDensity}
          />
        </Toolbar>
      )}
      <VisuallyHidden role="status" aria-live="polite">
        {selection.ids.length > 0
          ? t('ui.table.selected', { count: selection.ids.length })
          : first
            ? ''
            : t('ui.table.found', { count: total })}
      </VisuallyHidden>
      {empty ? (
        filtered ? (
          <EmptyState icon="filter" title={t('ui.table.no_match')}>
            {t('ui.table.no_match.hint')}
          </EmptyState>
        ) : (
          (props.empty ?? <EmptyState title={t('ui.table.empty')} />)
        )
      ) : (
        <table
          className={classes.table}
          aria-busy={slow || rows === undefined}
          data-slow={slow || undefined}
          role="table"
        >
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              {selectable && (
                <th scope="col" role="columnheader" className={classes.check}>
                  <Checkbox
                    size="xs"
                    aria-label={t('ui.table.select_page')}
                    checked={selection.all}
                    indeterminate={!selection.all && selection.ids.length > 0}
                    onChange={selection.toggleAll}
                  />
                </th>
              )}
              {shown.map((column) => (
                <HeadCell
                  key={column.id}
                  column={column}
                  sort={state.sort}
                  onSort={(sort) => change({ sort })}
                />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" onKeyDown={onKeyDown} onFocus={onFocus}>
            {rows === undefined && <SkeletonRows columns={shown.length + (selectable ? 1 : 0)} />}
            {list.map((row, at) => (
              <TableRow
                key={keys[at]}
                at={at}
                row={row}
                columns={shown}
                href={rowHref?.(row)}
                active={at === active}
                label={rowLabel(row)}
                selected={selectable ? selection.has(keys[at]!) : undefined}
                onToggle={() => selection.toggle(keys[at]!)}
                onClick={(event) => rowHref && onClick(event, at)}
              />
            ))}
          </tbody>
        </table>
      )}
      {!empty &&
        (props.pager ?? (
          <Pager
            page={page}
            pageSize={pageSize}
            total={total}
            onPage={(next) => change({ page: next })}
            onSize={(size) => change({ size })}
          />
        ))}
    </section>
  )
}
