import { Exception } from '@adonisjs/core/exceptions'

/** The template does not compile or asks for data it was not given. `detail` is the compiler's text, for the log. */
export class PrintoutFailed extends Exception {
  static status = 500
  static code = 'E_PRINTOUT_FAILED'
  constructor(readonly detail: string) {
    super(`The printout could not be made: ${detail}`)
  }
}

/** The compiler did not answer in time and was ended; the next printout gets a new one. */
export class PrintoutTimeout extends Exception {
  static status = 503
  static code = 'E_PRINTOUT_TIMEOUT'
  static message = 'The printout took too long'
}

/** Too many printouts wait. Large batches belong in a job. */
export class PrintoutQueueFull extends Exception {
  static status = 503
  static code = 'E_PRINTOUT_QUEUE_FULL'
  static message = 'Too many printouts are waiting'
}
