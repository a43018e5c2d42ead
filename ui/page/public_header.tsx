import { Head } from '@inertiajs/react'
import classes from './page.module.css'

/** Title and lead of a page before the log-in, without menus and icons to fetch. */
export function PublicHeader({ title, lead }: { title: string; lead?: string }) {
  return (
    <header className={classes.header}>
      <Head title={title} />
      <div className={classes.heading}>
        <h1 tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {lead && <p className={classes.facts}>{lead}</p>}
      </div>
    </header>
  )
}
