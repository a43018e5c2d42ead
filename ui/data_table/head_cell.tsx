import { ariaSort, nextSort } from './address.ts'
import type { Column } from './types.ts'
import classes from './data_table.module.css'

interface HeadCellProps<Row> {
  column: Column<Row>
  sort: string
  onSort: (sort: string) => void
}

export function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const order = ariaSort(sort, column.id)
  return (
    <th
      scope="col"
      role="columnheader"
      data-align={column.align}
      data-priority={column.priority}
      style={{ width: column.width }}
      aria-sort={column.sortable ? order : undefined}
    >
      {column.sortable ? (
        <button type="button" className={classes.sort} onClick={() => onSort(nextSort(sort, column.id))}>
          {column.header}
          <svg width="10" height="12" viewBox="0 0 10 12" aria-hidden data-order={order}>
            <path d="M5 1 8.5 5h-7Z" />
            <path d="M5 11 1.5 7h7Z" />
          </svg>
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
