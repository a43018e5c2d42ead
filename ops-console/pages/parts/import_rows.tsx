import { StateBadge, useT } from '@unia/ui'
import type { PlannedRow } from '#ops/inventory/import/plan'
import classes from './alarms.module.css'

const TONES = { add: 'ok', change: 'maintenance', same: 'unknown', refused: 'critical' } as const
const ORDER = ['refused', 'add', 'change', 'same']
const MOST = 500

/** Rows of a file, refused ones first, each with what it would do and why not. */
export function ImportRows({ rows }: { rows: PlannedRow[] }) {
  const t = useT()
  const text = (key: string, values?: Record<string, string | number>) =>
    t(`ops-console.inventory.import.${key}`, values)
  const sorted = rows.toSorted((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action) || a.line - b.line)
  const headers = ['line', 'action', 'unit', 'device', 'host', 'details']
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={text('rows')}>
      <table className={classes.rows}>
        <thead>
          <tr>
            {headers.map((one) => (
              <th key={one} scope="col">
                {text(`column.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST).map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td>
                <StateBadge state={TONES[row.action]}>{text(`action.${row.action}`)}</StateBadge>
              </td>
              <td>{row.unit || '–'}</td>
              <td>{row.name ?? (row.kind || '–')}</td>
              <td>{row.host ?? '–'}</td>
              <td>
                {row.errors.length
                  ? row.errors.map(({ column, reason }) => `${column}: ${text(`error.${reason}`)}`).join('; ')
                  : row.action === 'change' &&
                    row.changes.map((one) => t(`ops-console.inventory.hand.${one}`)).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && (
        <p className={classes.small}>{text('more_rows', { count: rows.length - MOST })}</p>
      )}
    </div>
  )
}
