import { Exception } from '@adonisjs/core/exceptions'

/** A parameter that no plugin declares. */
export class ParameterUnknown extends Exception {
  static status = 500
  static code = 'E_PARAMETER_UNKNOWN'
  constructor(id: string) {
    super(`No parameter "${id}": declare it with defineParameter in parameters/ of its plugin`)
  }
}

/** A declaration that contradicts itself. */
export class ParameterInvalid extends Exception {
  static status = 500
  static code = 'E_PARAMETER_INVALID'
  constructor(id: string, reason: string) {
    super(`Parameter "${id}": ${reason}`)
  }
}

/** No value holds on this day, neither from the law nor from the city. */
export class ParameterUnset extends Exception {
  static status = 422
  static code = 'E_PARAMETER_UNSET'
  constructor(
    readonly id: string,
    readonly date: string,
    readonly source: string,
    known: string
  ) {
    super(
      `Parameter "${id}" has no value on ${date} (source: ${source}; values known: ${known}). ` +
        `Enter it among the city's parameters, or add it to the declaration.`
    )
  }
}

/** The city has already set a value for a day of this range; end that one first. */
export class ParameterOverlap extends Exception {
  static status = 409
  static code = 'E_PARAMETER_OVERLAP'
  constructor(id: string) {
    super(`Parameter "${id}" already has a city value within these days`)
  }
}
