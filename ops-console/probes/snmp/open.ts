import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Asker } from './asker.ts'
import { NativeExchange } from './native.ts'
import type { Exchange, SnmpTarget, SnmpTransport } from './transport.ts'
import { V2cExchange } from './v2c.ts'
import { V3Exchange } from './v3.ts'

export interface OpenOptions {
  /** v2c only. `shared`: one of few sockets for all devices; `session`: a session of snmp-native for this one. */
  through?: 'shared' | 'session'
}

/**
 * Opens a device for questions: v3 when the target has a user, v2c otherwise. Nothing is sent yet.
 * @throws SnmpError `authentication` when keys are missing, Error when the host's name is unknown
 *
 * @example
 * const snmp = await openSnmp({ host: '192.0.2.1', port: 161, community: 'school', timeoutMs: 1000, attempts: 2 })
 * const values = await snmp.get([SYSTEM.uptime])
 */
export async function openSnmp(target: SnmpTarget, options: OpenOptions = {}): Promise<SnmpTransport> {
  const host = isIP(target.host) ? target.host : (await lookup(target.host, { family: 4 })).address
  return new Asker(exchangeFor({ ...target, host }, options), target)
}

function exchangeFor(target: SnmpTarget, { through = 'shared' }: OpenOptions): Exchange {
  const { user } = target
  if (user) return new V3Exchange({ ...target, user })
  return through === 'shared' ? new V2cExchange(target) : new NativeExchange(target)
}
