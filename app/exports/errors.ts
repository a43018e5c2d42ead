import { Exception } from '@adonisjs/core/exceptions'

/** A sheet holds 1,048,576 rows; the rest would be lost without a word. */
export class ExportTooLong extends Exception {
  static status = 422
  static code = 'E_EXPORT_TOO_LONG'
  static message = 'More rows than a spreadsheet holds: choose CSV or fewer rows'
}

/** A value that is not what its column promises. */
export class ExportValueInvalid extends Exception {
  static status = 500
  static code = 'E_EXPORT_VALUE_INVALID'
  constructor(column: string, type: string) {
    super(`Column "${column}" holds a value that is no ${type}`)
  }
}
