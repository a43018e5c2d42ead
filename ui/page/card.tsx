import type { ReactNode } from 'react'
import { Link } from '@inertiajs/react'
import { StateShape } from '../state/state_shape.tsx'
import type { State } from '../theme/tokens.ts'
import { useT } from '../i18n/provider.tsx'
import { Icon } from './icon.tsx'
import classes from './page.module.css'

/** A titled surface; with `href` its title leads to the whole list. */
export function Card(props: { title?: string; href?: string; aside?: ReactNode; children: ReactNode }) {
  const { title, href, aside, children } = props
  return (
    <section className={classes.card}>
      {(title || aside) && (
        <div className={classes.cardHead}>
          <h2 className={classes.cardTitle}>
            {href ? (
              <Link href={href} prefetch className={classes.cardLink}>
                {title}
                <Icon name="chevron-right" size={16} />
              </Link>
            ) : (
              title
            )}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}

/** One figure; always a link to the list it counts. */
export function StatTile(props: {
  label: string
  value: ReactNode
  href: string
  state?: State
  hint?: ReactNode
}) {
  const t = useT()
  return (
    <Link href={props.href} prefetch className={classes.tile} data-state={props.state}>
      <span className={classes.tileLabel}>
        {props.state && <StateShape state={props.state} label={t(`ui.state.${props.state}`)} />}
        {props.label}
      </span>
      <span className={classes.tileValue}>{props.value}</span>
      {props.hint && <span className={classes.tileHint}>{props.hint}</span>}
    </Link>
  )
}
