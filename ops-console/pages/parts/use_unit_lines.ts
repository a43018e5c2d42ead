import { useT } from '@unia/ui'
import type { DeviceView } from '#ops/stream/view'
import { matches } from '../../domain/matches.ts'
import { severity, tone, type Tone } from '../../domain/severity.ts'
import { tilesBySeverity, unitTiles } from '../../domain/unit_tiles.ts'
import { useFact } from './use_fact.ts'
import { useNow } from './use_now.ts'

/** A unit in one line: what it is called, how it is, and why. */
export interface UnitLine {
  unit: string
  name: string
  fullName: string
  tone: Tone
  state: string
  line: string
  sick: boolean
  /** Smaller is worse. */
  rank: number
  href: string
}

/** The watched units that match the query, worst first. */
export function useUnitLines(
  devices: Iterable<DeviceView>,
  names: Record<string, string>,
  query: string
): UnitLine[] {
  const t = useT()
  const now = useNow()
  const factText = useFact()
  const nameOf = ({ unit, unitName }: { unit: string; unitName: string }) => names[unit] ?? unitName
  return tilesBySeverity(unitTiles(devices), nameOf)
    .filter((tile) =>
      matches(query, [nameOf(tile), tile.unitName, ...tile.parts.map(({ fact }) => factText(fact, now))])
    )
    .map((tile) => {
      const text = factText(tile.worst.fact, now)
      const part = t(`ops-console.kind.${tile.worst.kind}`)
      return {
        ...{ unit: tile.unit, name: nameOf(tile), fullName: tile.unitName, sick: tile.sick },
        ...{ tone: tone(tile.worst), rank: severity(tile.worst) },
        state: t(`ops-console.state.${tile.worst.state}`),
        line: text && tile.worst.kind !== 'edge' ? t('ops-console.wall.part_line', { part, text }) : text,
        href: `/city/ops-console/devices/${tile.worst.id}`,
      }
    })
}
