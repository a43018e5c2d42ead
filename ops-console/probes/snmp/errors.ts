import { ProbeError, type ProbeFailure } from '#ops/probes/errors'

/** In v2c a wrong community is `no_answer`: the agent stays silent (RFC 3584). */
export type SnmpFailure = ProbeFailure

export class SnmpError extends ProbeError {
  override code = 'E_SNMP'
}

/** Error-status words of snmp-native (RFC 3416, section 3) to our kinds. */
export function kindOf(message: string): SnmpFailure {
  if (message === 'Timeout' || message === 'Cancelled') return 'no_answer'
  if (message === 'AuthorizationError' || message === 'NoAccess') return 'authentication'
  return 'refused'
}
