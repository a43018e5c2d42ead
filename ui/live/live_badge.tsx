import { useT } from '../i18n/provider.tsx'
import { StateBadge } from '../state/state_badge.tsx'
import type { LiveStatus } from './use_live.ts'

const states = { connected: 'ok', reconnecting: 'warning', offline: 'critical' } as const

/** Whether the figures on this page are live. */
export function LiveBadge({ status }: { status: LiveStatus }) {
  const t = useT()
  return <StateBadge state={states[status]}>{t(`ui.live.${status}`)}</StateBadge>
}
