import type { ReactNode } from 'react'
import { Link, StateShape, useFormats, useT } from '@unia/ui'
import type { IncidentRow } from '#ops/queries/incident_list'
import { useFact } from './use_fact.ts'
import classes from './wall.module.css'

interface Props {
  incidents: IncidentRow[]
  now: number
  /** Who is on call, sound. */
  children?: ReactNode
}

/** What is open now, the newest first: unit, what, for how long, who has it. */
export function WallIncidents({ incidents, now, children }: Props) {
  const t = useT()
  const factText = useFact()
  const { formatSince } = useFormats()
  return (
    <aside className={classes.side} aria-labelledby="wall-incidents">
      <h2 id="wall-incidents" className={classes.sideTitle}>
        <Link href="/city/ops-console/incidents?f.state=open">{t('ops-console.wall.incidents')}</Link>
        <span className={classes.sideCount}>{incidents.length}</span>
      </h2>
      {incidents.length === 0 && <p className={classes.calm}>{t('ops-console.wall.no_incidents')}</p>}
      <ol className={classes.incidents} tabIndex={incidents.length > 8 ? 0 : undefined}>
        {incidents.map((one) => (
          <li key={one.id}>
            <Link href={`/city/ops-console/incidents/${one.id}`} className={classes.incident}>
              <StateShape state={one.severity} size={11} label={t(`ui.state.${one.severity}`)} />
              <span className={classes.incidentUnit}>{one.shortName}</span>
              <time dateTime={one.openedAt} className={classes.incidentAge}>
                {formatSince(one.openedAt, now)}
              </time>
              <span className={classes.incidentText}>
                {one.check === 'reachability'
                  ? t('ops-console.wall.silent')
                  : factText(one.fact, now) || t(`ops-console.check.${one.check}`)}
              </span>
              <span className={classes.incidentOwner}>
                {[
                  one.owner ?? t('ops-console.wall.no_owner'),
                  one.impacts > 0 && t('ops-console.alarm.impacts', { count: one.impacts }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {children}
    </aside>
  )
}
