import { ProbeError, type ProbeFailure } from '#ops/probes/errors'

/** In v2c a wrong community is `no_answer`: the agent stays silent (RFC 3584). */
export type SnmpFailure = ProbeFailure

export class SnmpError extends ProbeError {
  override code = 'E_SNMP'
  /** A smaller question may succeed: `tooBig`, or silence to this question while a small one was answered. */
  tooBig: boolean

  constructor(kind: SnmpFailure, detail: string, tooBig = false) {
    super(kind, detail)
    this.tooBig = tooBig
  }
}

/** error-status of RFC 3416, section 3. */
const STATUS = [
  'NoError',
  'TooBig',
  'NoSuchName',
  'BadValue',
  'ReadOnly',
  'GenErr',
  'NoAccess',
  'WrongType',
  'WrongLength',
  'WrongEncoding',
  'WrongValue',
  'NoCreation',
  'InconsistentValue',
  'ResourceUnavailable',
  'CommitFailed',
  'UndoFailed',
  'AuthorizationError',
  'NotWritable',
  'InconsistentName',
]

/** What an agent's error-status means for us. */
export function statusError(status: number): SnmpError {
  const word = STATUS[status] ?? `status ${status}`
  return new SnmpError(kindOf(word), word, word === 'TooBig')
}

/** Error-status words (RFC 3416, section 3) to our kinds. */
export function kindOf(message: string): SnmpFailure {
  if (message === 'Timeout' || message === 'Cancelled') return 'no_answer'
  if (message === 'AuthorizationError' || message === 'NoAccess') return 'authentication'
  return 'refused'
}
