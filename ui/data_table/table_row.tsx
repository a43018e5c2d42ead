import { useEffect, useState } from 'react'
import type { MouseEvent } from 'react'
import { Link } from '@inertiajs/react'
import { Checkbox, Skeleton } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import type { Column } from './types.ts'
import classes from './data_table.module.css'

interface TableRowProps<Row> {
  at: number
  row: Row
  columns: Column<Row>[]
  href?: string
  active: boolean
  label: string
  /** `undefined`: rows cannot be selected. */
  selected?: boolean
  onToggle: () => void
  onClick: (event: MouseEvent<HTMLTableRowElement>) => void
}

export function TableRow<Row>(props: TableRowProps<Row>) {
  const { at, row, columns, href, active, label, selected, onToggle, onClick } = props
  const t = useT()
  const stop = active ? 0 : -1
  const selectable = selected !== undefined
  return (
    <tr
      role="row"
      data-at={at}
      data-selected={selected || undefined}
      data-link={href ? true : undefined}
      tabIndex={href || selectable ? undefined : stop}
      onClick={onClick}
    >
      {selectable && (
        <td role="cell" className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={t('ui.table.select_row', { row: label })}
            checked={selected}
            tabIndex={stop}
            onChange={onToggle}
            {...(!href && { 'data-row-focus': true })}
          />
        </td>
      )}
      {columns.map((column, index) => {
        const content = column.cell(row)
        const heading = (column.priority ?? (index === 0 ? 1 : 2)) === 1
        return (
          <td
            key={column.id}
            role="cell"
            data-align={column.align}
            data-priority={heading ? 1 : column.priority}
            data-label={heading ? undefined : column.header}
          >
            {index === 0 && href ? (
              <Link href={href} prefetch className={classes.rowLink} tabIndex={stop} data-row-focus>
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** Grey lines, but only when the rows take longer than 300 ms. */
export function SkeletonRows({ columns }: { columns: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return Array.from({ length: 8 }, (_, row) => (
    <tr key={row} role="row" aria-hidden>
      {Array.from({ length: columns }, (__, column) => (
        <td key={column} role="cell">
          {late && <Skeleton height={12} width={column === 0 ? '70%' : '45%'} />}
        </td>
      ))}
    </tr>
  ))
}
