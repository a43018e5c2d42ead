/**
 * Why a question brought nothing usable.
 * - `no_answer`: silence, or the connection was cut. In SNMP v2c a wrong community looks the same (RFC 3584).
 * - `refused`: the other side answered with an error, or the network refused.
 * - `authentication`: it said that we may not ask.
 * - `malformed`: bytes came that are no reply in its protocol.
 * - `partial`: a reply came that does not answer what was asked.
 */
export type ProbeFailure = 'no_answer' | 'refused' | 'authentication' | 'malformed' | 'partial'

/** Carries no secret: `message` may be shown and logged. */
export class ProbeError extends Error {
  code = 'E_PROBE'
  kind: ProbeFailure

  constructor(kind: ProbeFailure, detail: string) {
    super(detail)
    this.kind = kind
  }
}
