import pino from 'pino'

/** What PostgreSQL adds to an error: rows, parameters, statements of functions. */
const ROW_VALUES = ['detail', 'where', 'internalQuery', 'hint']

/** An error as it is logged: without the values of the row or form that caused it. */
export function loggedError(error: Error) {
  const logged: Record<string, unknown> = { ...pino.stdSerializers.err(error) }
  for (const field of ROW_VALUES) delete logged[field]
  delete logged.aggregateErrors
  return logged
}
