import type { RefObject } from 'react'
import { Icon, LiveBadge, StateShape, useFormats, useT, type LiveStatus } from '@unia/ui'
import type { EntityState } from '#ops/health/states'
import type { CollectorView } from '#ops/stream/collector_view'
import { tone } from '../../domain/severity.ts'
import classes from './wall.module.css'

const COUNTED: EntityState[] = ['DOWN', 'UNREACHABLE', 'UNKNOWN', 'DEGRADED', 'MAINTENANCE', 'UP', 'DISABLED']
const ALWAYS: EntityState[] = ['DOWN', 'UNKNOWN', 'DEGRADED', 'UP']

interface Props {
  counts: Map<EntityState, number>
  lastAnswerAt: string | null
  status: LiveStatus
  simulated: boolean
  query: string
  onQuery: (query: string) => void
  field: RefObject<HTMLInputElement | null>
  onFullScreen: () => void
}

/** Counts, when somebody answered last, whether the picture is live. Widths are fixed so that nothing jumps. */
export function WallTop(props: Props) {
  const { counts, lastAnswerAt, status, simulated, query, onQuery, field, onFullScreen } = props
  const t = useT()
  const { formatTime } = useFormats()
  return (
    <header className={classes.top}>
      <h1 className={classes.title} tabIndex={-1}>
        {t('ops-console.wall.title')}
      </h1>
      <ul className={classes.counts} aria-label={t('ops-console.wall.counts')}>
        {COUNTED.filter((state) => ALWAYS.includes(state) || counts.get(state)).map((state) => (
          <li key={state} data-none={!counts.get(state) || undefined}>
            <StateShape state={tone({ state, fact: null })} size={13} />
            <b>{counts.get(state) ?? 0}</b>
            <span>{t(`ops-console.count.${state}`)}</span>
          </li>
        ))}
      </ul>
      <span className={classes.gap} />
      {simulated && <span className={classes.simulated}>{t('ops-console.wall.simulated')}</span>}
      <label className={classes.filter}>
        <Icon name="filter" size={16} />
        <input
          ref={field}
          value={query}
          placeholder={t('ops-console.wall.filter')}
          aria-label={t('ops-console.wall.filter')}
          onChange={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onQuery('')
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      </label>
      <span className={classes.polled}>
        {t('ops-console.wall.last_poll')} <time>{lastAnswerAt ? formatTime(lastAnswerAt, true) : '–'}</time>
      </span>
      <LiveBadge status={status} />
      <button type="button" className={classes.full} onClick={onFullScreen} aria-keyshortcuts="f">
        {t('ops-console.wall.full_screen')}
      </button>
    </header>
  )
}

/** Three periods of a real device: no answer of anybody for so long means that what is shown is old. */
const OLD_MS = 180_000

interface WarningProps {
  status: LiveStatus
  collector: CollectorView | undefined
  lastAnswerAt: string | null
  now: number
}

/** Said loudly when the wall itself cannot be trusted; null while all is well. */
export function WallWarning({ status, collector, lastAnswerAt, now }: WarningProps) {
  const t = useT()
  const { formatTime } = useFormats()
  const since = (at: string | null) => (at ? formatTime(at) : '–')
  const text =
    status !== 'connected'
      ? t('ops-console.wall.disconnected')
      : collector && !collector.watching
        ? t('ops-console.not_watching', { since: since(collector.beatAt) })
        : collector?.blindSince
          ? t('ops-console.blind', { since: since(collector.blindSince) })
          : lastAnswerAt && now - Date.parse(lastAnswerAt) > OLD_MS
            ? t('ops-console.wall.old', { since: since(lastAnswerAt) })
            : null
  return (
    <div role="alert" className={classes.alert} hidden={!text}>
      {text && <Icon name="alert-triangle" />}
      {text}
    </div>
  )
}
