import { Exception } from '@adonisjs/core/exceptions'

/** Unknown, closed, foreign or switched off: one answer for all. */
export class NotFound extends Exception {
  static status = 404
  static code = 'E_NOT_FOUND'
  static message = 'Not found'
}

export class Forbidden extends Exception {
  static status = 403
  static code = 'E_FORBIDDEN'
  static message = 'This role may not do that here'
}

export class LogInNeeded extends Exception {
  static status = 401
  static code = 'E_LOG_IN_NEEDED'
  static message = 'Log in first'
}

export class SecondFactorNeeded extends Exception {
  static status = 401
  static code = 'E_SECOND_FACTOR_NEEDED'
  static message = 'The second factor is missing'
}

export class StepUpNeeded extends Exception {
  static status = 403
  static code = 'E_STEP_UP_NEEDED'
  static message = 'Confirm that it is you'
}

/** The role demands a second factor and the account has none yet. */
export class SecondFactorMissing extends Exception {
  static status = 403
  static code = 'E_SECOND_FACTOR_MISSING'
  static message = 'Set up a second factor first'
}
