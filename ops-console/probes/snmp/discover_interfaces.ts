import { indexBelow, numberAt, text, textAt } from './decode.ts'
import type { KnownInterface } from './learnt.ts'
import { INTERFACE } from './oids.ts'
import type { SnmpTransport } from './transport.ts'

const MOST = 512

/** Interfaces of IF-MIB; ifName where the agent has it, ifDescr otherwise. */
export async function discoverInterfaces(transport: SnmpTransport): Promise<KnownInterface[]> {
  const column = (root: string) => transport.walk(root, MOST)
  const names = await column(INTERFACE.name)
  const descriptions = names.size ? names : await column(INTERFACE.descr)
  const root = names.size ? INTERFACE.name : INTERFACE.descr
  const wide = await column(INTERFACE.in64)
  const speed = await column(INTERFACE.highSpeed)
  const alias = await column(INTERFACE.alias)
  const oper = await column(INTERFACE.oper)
  const errors = await column(INTERFACE.inErrors)
  return [...descriptions].map(([oid, value]) => {
    const index = indexBelow(root, oid)!
    return {
      index,
      name: value.type === 'bytes' ? text(value.value) : index,
      alias: textAt(alias, `${INTERFACE.alias}.${index}`),
      speedMbps: numberAt(speed, `${INTERFACE.highSpeed}.${index}`) ?? 0,
      wide: wide.has(`${INTERFACE.in64}.${index}`),
      up: numberAt(oper, `${INTERFACE.oper}.${index}`) === 1,
      errors: errors.has(`${INTERFACE.inErrors}.${index}`),
    }
  })
}
