import { Exception } from '@adonisjs/core/exceptions'

/** The start-up forgot `bindBus`. */
export class BusNotBound extends Exception {
  static override status = 500
  static override code = 'E_BUS_NOT_BOUND'
  static override message = 'The bus has no writer: bind it when the application starts'
}

/** An event type, schema or subscription that breaks a rule of the bus. */
export class EventInvalid extends Exception {
  static override status = 500
  static override code = 'E_EVENT_INVALID'
}

/** Data that its schema refuses; `problems` name paths, never values. */
export class EventDataInvalid extends Exception {
  static override status = 422
  static override code = 'E_EVENT_DATA_INVALID'
  constructor(
    type: string,
    readonly problems: string[]
  ) {
    super(`Data of "${type}" breaks its schema: ${problems.join('; ')}`)
  }
}

/** More than 256 kB of data: use `storeClaim` and send its reference. */
export class EventTooLarge extends Exception {
  static override status = 413
  static override code = 'E_EVENT_TOO_LARGE'
}

/** An envelope from outside that is no valid CloudEvent of this city. */
export class EnvelopeInvalid extends Exception {
  static override status = 422
  static override code = 'E_ENVELOPE_INVALID'
}

/** What a reference promises is not what is stored. */
export class ClaimIntegrity extends Exception {
  static override status = 422
  static override code = 'E_CLAIM_INTEGRITY'
  readonly reason = 'integrity'
}

/**
 * A consumer's final no: not tried again, dead letter at once.
 *
 * @example throw new EventRefused('unbalanced', 'Debit and credit differ by 0.01')
 */
export class EventRefused extends Exception {
  static override status = 422
  static override code = 'E_EVENT_REFUSED'
  constructor(
    readonly reason: string,
    message: string,
    readonly details: Record<string, unknown> | null = null
  ) {
    super(message)
  }
}

/** A replay or a resolution that the rules do not allow. */
export class ReplayRefused extends Exception {
  static override status = 422
  static override code = 'E_REPLAY_REFUSED'
}
