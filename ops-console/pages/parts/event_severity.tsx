import { StateBadge, useT } from '@unia/ui'
import type { State } from '@unia/ui'

/** Syslog severity in a word; only what asks for attention carries a shape. */
export function EventSeverity({ severity }: { severity: number | null }) {
  const t = useT()
  if (severity === null) return <>–</>
  const text = t(`ops-console.events.severity.${severity}`)
  const state = stateOf(severity)
  return state ? <StateBadge state={state}>{text}</StateBadge> : <>{text}</>
}

const stateOf = (severity: number): State | null =>
  severity <= 2 ? 'critical' : severity <= 4 ? 'warning' : null
