import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import classes from './page.module.css'

/** Why there is nothing here, and the one thing to do about it. */
export function EmptyState(props: {
  title: string
  icon?: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={classes.empty}>
      <span className={classes.emptyIcon}>
        <Icon name={props.icon ?? 'folder'} size={28} />
      </span>
      <p className={classes.emptyTitle}>{props.title}</p>
      {props.children && <div className={classes.emptyText}>{props.children}</div>}
      {props.action}
    </div>
  )
}
