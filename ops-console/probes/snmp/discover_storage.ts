import { indexBelow, numberAt, textAt } from './decode.ts'
import type { KnownStorage } from './learnt.ts'
import { STORAGE, STORAGE_TYPE } from './oids.ts'
import type { SnmpTransport } from './transport.ts'

const MOST_DISKS = 4

/** Memory and disks of HOST-RESOURCES-MIB (RFC 2790); packet buffers and other rows are left out. */
export async function discoverStorage(
  transport: SnmpTransport
): Promise<{ memory: KnownStorage[]; disks: KnownStorage[] }> {
  const types = await transport.walk(STORAGE.type, 128)
  const names = types.size ? await transport.walk(STORAGE.descr, 128) : types
  const units = types.size ? await transport.walk(STORAGE.unit, 128) : types
  const sizes = types.size ? await transport.walk(STORAGE.size, 128) : types
  const rows = [...types].flatMap(([oid, type]) => {
    const index = indexBelow(STORAGE.type, oid)!
    const name = textAt(names, `${STORAGE.descr}.${index}`) ?? index
    const unit = numberAt(units, `${STORAGE.unit}.${index}`) ?? 0
    const size = numberAt(sizes, `${STORAGE.size}.${index}`) ?? 0
    return type.type === 'oid' && unit > 0 && size > 0 ? [{ type: type.value, index, name, unit }] : []
  })
  const ofType = (...wanted: string[]) =>
    rows.filter(({ type }) => wanted.includes(type)).map(({ index, name, unit }) => ({ index, name, unit }))
  return {
    memory: ofType(STORAGE_TYPE.ram).slice(0, 1),
    disks: ofType(STORAGE_TYPE.fixedDisk, STORAGE_TYPE.flash).slice(0, MOST_DISKS),
  }
}
