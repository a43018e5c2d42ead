import { entriesOf, nodeAt, nodesAt, numberAt, textAt, type XmlNode } from '../xml.ts'

export interface Sensor {
  kind: 'thermal' | 'fan' | 'power' | 'supply'
  description: string
  alarm: boolean
  /** °C, rpm or volt; null for a supply. */
  value: number | null
}

const KINDS = [
  ['thermal', 'thermal', 'DegreesC'],
  ['fan', 'fan', 'RPMs'],
  ['power', 'power', 'Volts'],
  ['power-supply', 'supply', null],
] as const

/** All sensors; the elements of slots have names that differ by model. */
export function environmentOf(result: XmlNode): Sensor[] {
  return KINDS.flatMap(([name, kind, unit]) =>
    entriesOf(nodeAt(result, name)).flatMap(([, slot]) =>
      nodesAt(slot, 'entry').map((entry) => ({
        kind,
        description: textAt(entry, 'description') ?? kind,
        alarm: textAt(entry, 'alarm')?.toLowerCase() === 'true',
        value: unit ? numberAt(entry, unit) : null,
      }))
    )
  )
}

/** The warmest sensor, °C. */
export function warmest(sensors: readonly Sensor[]): number | null {
  const values = sensors.flatMap(({ kind, value }) => (kind === 'thermal' && value !== null ? [value] : []))
  return values.length ? Math.max(...values) : null
}
