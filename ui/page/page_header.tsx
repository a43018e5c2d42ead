import { Fragment, Suspense, lazy } from 'react'
import type { ReactNode } from 'react'
import { Head, Link } from '@inertiajs/react'
import { Button } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from './icon.tsx'
import { MoreButton } from './more_button.tsx'
import { target } from './page_action.ts'
import type { PageAction } from './page_action.ts'
import classes from './page.module.css'

const MoreMenu = lazy(() => import('./more_menu.tsx'))

export interface PageHeaderProps {
  title: string
  /** One line: `612 uczniów · 24 oddziały`. */
  facts?: ReactNode
  state?: ReactNode
  primary?: PageAction
  /** Everything else, behind one button. */
  more?: PageAction[]
  /** Free place beside the buttons, e.g. a range switch. */
  aside?: ReactNode
  /** Only below two levels; the last is where we are. */
  breadcrumbs?: { label: string; href?: string }[]
}

/** Title of the page (the focus comes here after navigation), its facts and what can be done. */
export function PageHeader({ title, facts, state, primary, more = [], aside, breadcrumbs }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <Head title={title} />
      <div className={classes.heading}>
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
        <div className={classes.titleLine}>
          <h1 tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {state}
        </div>
        {facts && <p className={classes.facts}>{facts}</p>}
      </div>
      {(aside || more.length > 0 || primary) && (
        <div className={classes.actions}>
          {aside}
          {more.length > 0 && (
            <Suspense fallback={<MoreButton />}>
              <MoreMenu actions={more} />
            </Suspense>
          )}
          {primary && (
            <Button
              leftSection={primary.icon && <Icon name={primary.icon} size={18} />}
              color={primary.danger ? 'danger' : undefined}
              {...target(primary)}
            >
              {primary.label}
            </Button>
          )}
        </div>
      )}
    </header>
  )
}

function Breadcrumbs({ items }: { items: { label: string; href?: string }[] }) {
  const t = useT()
  return (
    <nav aria-label={t('ui.breadcrumbs')} className={classes.crumbs}>
      {items.map((item, at) => (
        <Fragment key={item.label}>
          {at > 0 && <span aria-hidden>/</span>}
          {item.href ? (
            <Link href={item.href}>{item.label}</Link>
          ) : (
            <span aria-current="page">{item.label}</span>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
