import { Icon, Link, useT } from '@unia/ui'
import type { OnDuty } from '#ops/queries/on_call'
import classes from './alarms.module.css'

/** Whom to call now; said plainly when it is nobody. */
export function OnCallNow({ duty }: { duty: OnDuty[] }) {
  const t = useT()
  const named = duty.flatMap(({ name, phone }) => (name ? [[name, phone].filter(Boolean).join(' ')] : []))
  return (
    <Link href="/city/ops-console/on-call" className={classes.onCall}>
      <Icon name="phone" size={16} />
      {named.length
        ? t('ops-console.on_call.now', { names: named.join(', ') })
        : t('ops-console.on_call.nobody')}
    </Link>
  )
}
