import { SnmpError } from './errors.ts'
import type { SnmpTarget, SnmpTransport } from './transport.ts'
import { SnmpV2c } from './v2c.ts'

/**
 * Opens a device for questions. Nothing is sent yet.
 * @throws SnmpError `authentication` when the community is missing
 */
export async function openSnmp(
  target: Omit<SnmpTarget, 'community'> & { community?: string; user?: object }
): Promise<SnmpTransport> {
  const { community } = target
  if (!community) throw new SnmpError('authentication', 'no community is known')
  return SnmpV2c.open({ ...target, community })
}
