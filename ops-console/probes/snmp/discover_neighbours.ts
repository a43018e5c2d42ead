import { indexBelow, numberAt, text, textAt } from './decode.ts'
import type { KnownInterface, Neighbour } from './learnt.ts'
import { LOCAL_PORT, NEIGHBOUR } from './oids.ts'
import type { SnmpTransport, SnmpValue } from './transport.ts'

const MOST = 512
/** Subtypes of chassis and port that are MAC addresses (IEEE 802.1AB, tables 8-2 and 8-3). */
const CHASSIS_MAC = 4
const PORT_MAC = 3

/** LLDP neighbours of each port; none where the agent has no LLDP-MIB. */
export async function discoverNeighbours(
  transport: SnmpTransport,
  interfaces: readonly KnownInterface[]
): Promise<Neighbour[]> {
  const chassis = await transport.walk(NEIGHBOUR.chassis, MOST)
  if (!chassis.size) return []
  const chassisTypes = await transport.walk(NEIGHBOUR.chassisType, MOST)
  const portTypes = await transport.walk(NEIGHBOUR.portType, MOST)
  const ports = await transport.walk(NEIGHBOUR.port, MOST)
  const names = await transport.walk(NEIGHBOUR.name, MOST)
  const local = await transport.walk(LOCAL_PORT.id, MOST)
  return [...chassis].map(([oid, value]) => {
    const index = indexBelow(NEIGHBOUR.chassis, oid)!
    const localPort = index.split('.')[1] ?? index
    return {
      localPort:
        textAt(local, `${LOCAL_PORT.id}.${localPort}`) ??
        interfaces.find((one) => one.index === localPort)?.name ??
        localPort,
      chassis: named(value, numberAt(chassisTypes, `${NEIGHBOUR.chassisType}.${index}`) === CHASSIS_MAC),
      port: named(
        ports.get(`${NEIGHBOUR.port}.${index}`),
        numberAt(portTypes, `${NEIGHBOUR.portType}.${index}`) === PORT_MAC
      ),
      name: textAt(names, `${NEIGHBOUR.name}.${index}`),
    }
  })
}

function named(value: SnmpValue | undefined, mac: boolean): string | null {
  if (value?.type !== 'bytes') return null
  return mac ? value.value.toString('hex').replace(/(..)(?=.)/g, '$1:') : text(value.value) || null
}
