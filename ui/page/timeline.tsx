import type { ReactNode } from 'react'
import { StateShape } from '../state/state_shape.tsx'
import type { State } from '../theme/tokens.ts'
import { useFormats } from '../i18n/provider.tsx'
import classes from './page.module.css'

export interface TimelineEntry {
  id: string
  at: string
  title: ReactNode
  by?: string
  text?: ReactNode
  state?: State
}

/** What happened to a record, newest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { formatDateTime } = useFormats()
  return (
    <ol className={classes.timeline}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.moment}>
          <span className={classes.momentMark}>
            {entry.state ? (
              <StateShape state={entry.state} size={10} />
            ) : (
              <span className={classes.momentDot} />
            )}
          </span>
          <div>
            <div>{entry.title}</div>
            {entry.text && <div className={classes.momentText}>{entry.text}</div>}
            <div className={classes.momentMeta}>
              <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
              {entry.by && ` · ${entry.by}`}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
