import { Icon, useFormats, useT } from '@unia/ui'
import type { UnitNotice as Notice } from '#ops/queries/unit_notice'
import classes from './device.module.css'

/** What is wrong now, in a sentence for the school; nothing while all is well. */
export function UnitNotice({ notice }: { notice: Notice | null }) {
  const t = useT()
  const { formatDateTime } = useFormats()
  if (!notice) return null
  const values = {
    since: formatDateTime(notice.since),
    until: notice.until ? formatDateTime(notice.until) : '',
  }
  return (
    <p role={notice.scope === 'work' ? 'status' : 'alert'} className={classes.blind}>
      <Icon name={notice.scope === 'work' ? 'tools' : 'alert-triangle'} />{' '}
      {t(`ops-console.alarms.unit_notice.${notice.scope}`, values)}
    </p>
  )
}
