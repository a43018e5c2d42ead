import { entriesOf, nodeAt, nodesAt, textAt, type XmlNode } from '../xml.ts'

/**
 * Load of the data plane in the last whole minute: mean over its cores, percent, and the fullest of its buffers by
 * name. Several data processors: the busiest. Values are listed newest first.
 */
export function loadOf(result: XmlNode) {
  const planes = entriesOf(nodeAt(result, 'resource-monitor', 'data-processors')).map(([, plane]) =>
    nodeAt(plane, 'minute')
  )
  const means = planes.flatMap((plane) => meanOf(coresOf(plane)) ?? [])
  const buffers = new Map<string, number>()
  for (const entry of planes.flatMap((plane) => nodesAt(plane, 'resource-utilization', 'entry'))) {
    const [name, value] = [textAt(entry, 'name'), newest(entry)]
    if (name && value !== null) buffers.set(name, Math.max(buffers.get(name) ?? 0, value))
  }
  return { cpuData: means.length ? Math.max(...means) : null, buffers: Object.fromEntries(buffers) }
}

/** Core 0 hands out packets on some models and then shows 0 for ever; it counts only when it works. */
function coresOf(plane: XmlNode): number[] {
  const cores = nodesAt(plane, 'cpu-load-average', 'entry').map((entry) => ({
    id: textAt(entry, 'coreid'),
    load: newest(entry),
  }))
  const working = cores.filter(
    ({ id, load }) => load !== null && !(id === '0' && load === 0 && cores.length > 1)
  )
  return working.map(({ load }) => load!)
}

function newest(entry: XmlNode): number | null {
  const match = textAt(entry, 'value')?.match(/^\s*(\d+(?:\.\d+)?)/)
  return match ? Number(match[1]) : null
}

const meanOf = (values: number[]) =>
  values.length ? values.reduce((sum, one) => sum + one, 0) / values.length : null
