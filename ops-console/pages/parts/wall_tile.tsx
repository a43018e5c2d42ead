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
  /** One line of the worst fact, or the traffic of a healthy unit. */
  line: string
  /** Link, firewall and workstations, each with its own mark. */
  parts: { kind: string; tone: Tone; label: string }[]
  spark: (number | null)[]
  href: string
  focusable: boolean
  size: { columns: number; rows: number }
}

/** One unit on the wall. Redrawn only when something on it changed. */
export const WallTile = memo(function WallTile(props: WallTileProps) {
  const { id, code, name, tone, sick, state, line, parts, spark, href, focusable, size } = props
  return (
    <Link
      href={href}
      className={classes.tile}
      data-tile={id}
      data-tone={tone}
      data-sick={sick || undefined}
      data-crowded={(sick && size.rows === 1) || undefined}
      tabIndex={focusable ? 0 : -1}
      title={name}
      style={{ gridColumn: `span ${size.columns}`, gridRow: `span ${size.rows}` }}
    >
      <span className={classes.code}>
        <StateShape state={tone} size={sick ? 14 : 9} label={state} />{' '}
        <span className={classes.codeText}>{code}</span>
      </span>{' '}
      <span className={classes.line}>{line}</span>
      {size.columns > 1 && parts.length > 1 && (
        <span className={classes.parts}>
          {parts.map((part) => (
            <span key={part.kind} className={classes.part} title={part.label}>
              <StateShape state={part.tone} size={9} label={part.label} />
            </span>
          ))}
        </span>
      )}
      <span className={classes.spark}>
        <Sparkline values={spark} />
      </span>
    </Link>
  )
})
