import { StateBadge, useFormats, useT } from '@unia/ui'
import type { DeviceView } from '#ops/stream/view'
import { tone } from '../../domain/severity.ts'
import { ageAndFact, useFact } from './use_fact.ts'
import { useNow } from './use_now.ts'

/** State, for how long, and why. */
export function DeviceState({ device }: { device: DeviceView }) {
  const t = useT()
  const now = useNow()
  const factText = useFact()
  const { formatSince } = useFormats()
  return (
    <>
      <StateBadge state={tone(device)}>{t(`ops-console.state.${device.state}`)}</StateBadge>
      <time dateTime={device.since}>
        {ageAndFact(device.fact, formatSince(device.since, now), factText(device.fact, now))}
      </time>
    </>
  )
}
