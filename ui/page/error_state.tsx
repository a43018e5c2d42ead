import type { ReactNode } from 'react'
import { Head } from '@inertiajs/react'
import { useT } from '../i18n/provider.tsx'
import { StateShape } from '../state/state_shape.tsx'
import classes from './page.module.css'

export interface ErrorStateProps {
  title: string
  /** What happened. */
  children?: ReactNode
  /** What was kept: `Wpisane dane czekają na tej karcie.` */
  kept?: ReactNode
  /** What to do now. */
  todo?: ReactNode
  reference?: string
  action?: ReactNode
}

/** What happened, what was kept, what to do, and a number to quote. */
export function ErrorState({ title, children, kept, todo, reference, action }: ErrorStateProps) {
  const t = useT()
  return (
    <section className={classes.error}>
      <Head title={title} />
      <StateShape state="warning" size={28} />
      <h1 tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      {children && <div>{children}</div>}
      {kept && <p>{kept}</p>}
      {todo && <p>{todo}</p>}
      {action && <div className={classes.errorAction}>{action}</div>}
      {reference && (
        <p className={classes.reference}>
          {t('ui.error.reference')} <code>{reference}</code>
        </p>
      )}
    </section>
  )
}
