import { Button, Progress } from '@mantine/core'
import { useFormats, useT } from '../i18n/provider.tsx'
import { StateBadge } from '../state/state_badge.tsx'
import classes from './page.module.css'

export interface JobProgressProps {
  title: string
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  /** Seconds left, when known. */
  remaining?: number | null
  errors?: number
  /** The list of refused rows, as a file. */
  errorsHref?: string
  resultHref?: string
  onCancel?: () => void
}

const states = {
  waiting: 'unknown',
  running: 'maintenance',
  done: 'ok',
  failed: 'critical',
  cancelled: 'unknown',
} as const

/** Long work: how far, how long still, how to stop it, what came out. */
export function JobProgress(props: JobProgressProps) {
  const t = useT()
  const { formatNumber } = useFormats()
  const busy = props.status === 'waiting' || props.status === 'running'
  const percent = props.total > 0 ? Math.min(100, (props.done / props.total) * 100) : 0
  return (
    <section className={classes.job} aria-busy={busy}>
      <div className={classes.jobLine}>
        <strong>{props.title}</strong>
        <StateBadge state={states[props.status]}>{t(`ui.job.${props.status}`)}</StateBadge>
      </div>
      <Progress.Root size="sm">
        <Progress.Section value={percent} aria-label={props.title} withAria />
      </Progress.Root>
      <div className={classes.jobLine}>
        <span className="u-tabular" role="status">
          {t('ui.job.count', { done: formatNumber(props.done), total: formatNumber(props.total) })}
          {busy &&
            props.remaining != null &&
            ` · ${t('ui.job.remaining', { minutes: Math.ceil(props.remaining / 60) })}`}
          {props.errors ? ` · ${t('ui.job.errors', { count: props.errors })}` : ''}
        </span>
        <span className={classes.jobActions}>
          {props.errors && props.errorsHref ? (
            <Button component="a" href={props.errorsHref} variant="default" size="xs">
              {t('ui.job.errors_file')}
            </Button>
          ) : null}
          {props.status === 'done' && props.resultHref && (
            <Button component="a" href={props.resultHref} size="xs">
              {t('ui.job.result')}
            </Button>
          )}
          {busy && props.onCancel && (
            <Button variant="default" size="xs" onClick={props.onCancel}>
              {t('ui.cancel')}
            </Button>
          )}
        </span>
      </div>
    </section>
  )
}
