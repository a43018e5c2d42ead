import { Card, Timeline, useT } from '@unia/ui'
import type { TransitionView } from '#ops/history/device_details'
import type { EntityState } from '#ops/health/states'
import { tone } from '../../domain/severity.ts'
import { useFact } from './use_fact.ts'

/** How the state changed, the newest first. */
export function TransitionsCard({ title, transitions }: { title: string; transitions: TransitionView[] }) {
  const t = useT()
  const factText = useFact()
  return (
    <Card title={title}>
      {transitions.length === 0 && <p>{t('ops-console.device.no_transitions')}</p>}
      <Timeline
        entries={transitions.map((one, at) => ({
          id: `${one.at}-${at}`,
          at: one.at,
          title: t(`ops-console.state.${one.became}`),
          // An age belongs to the present; in the past the time beside it says all.
          text:
            one.fact && !('since' in one.fact.params) ? factText(one.fact, Date.parse(one.at)) : undefined,
          state: tone({ state: one.became as EntityState, fact: one.fact }),
        }))}
      />
    </Card>
  )
}
