import { memo } from 'react'
import { Link, Sparkline, StateShape } from '@unia/ui'
import type { Tone } from '../../domain/severity.ts'
import classes from './wall.module.css'

export interface WallTileProps {
  id: string
  code: string
  name: string
  tone: Tone
  sick: boolean
  state: string
  /** One line of the worst fact, or the traffic of a healthy device. */
  line: string
  spark: (number | null)[]
  href: string
  focusable: boolean
  size: { columns: number; rows: number }
}

/** One device on the wall. Redrawn only when something on it changed. */
export const WallTile = memo(function WallTile(props: WallTileProps) {
  const { id, code, name, tone, sick, state, line, spark, href, focusable, size } = props
  return (
    <Link
      href={href}
      className={classes.tile}
      data-tile={id}
      data-tone={tone}
      data-sick={sick || undefined}
      tabIndex={focusable ? 0 : -1}
      title={name}
      style={{ gridColumn: `span ${size.columns}`, gridRow: `span ${size.rows}` }}
    >
      <span className={classes.code}>
        <StateShape state={tone} size={sick ? 14 : 9} label={state} />{' '}
        <span className={classes.codeText}>{code}</span>
      </span>{' '}
      <span className={classes.line}>{line}</span>
      <span className={classes.spark}>
        <Sparkline values={spark} />
      </span>
    </Link>
  )
})
