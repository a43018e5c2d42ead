/**
 * Why a question to an agent brought nothing usable.
 * - `no_answer`: silence. In v2c a wrong community looks the same (RFC 3584 gives no reply).
 * - `refused`: the agent answered with an error, or the network refused the datagram.
 * - `authentication`: the agent said that we may not ask.
 * - `malformed`: bytes came that are no SNMP reply.
 * - `partial`: a reply came that does not answer what was asked.
 */
export type SnmpFailure = 'no_answer' | 'refused' | 'authentication' | 'malformed' | 'partial'

export class SnmpError extends Error {
  code = 'E_SNMP'
  kind: SnmpFailure

  constructor(kind: SnmpFailure, detail: string) {
    super(detail)
    this.kind = kind
  }
}

/** Error-status words of snmp-native (RFC 3416, section 3) to our kinds. */
export function kindOf(message: string): SnmpFailure {
  if (message === 'Timeout' || message === 'Cancelled') return 'no_answer'
  if (message === 'AuthorizationError' || message === 'NoAccess') return 'authentication'
  return 'refused'
}
