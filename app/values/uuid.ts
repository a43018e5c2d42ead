/** Whether a text from outside is a uuid; PostgreSQL answers others with an error instead of no rows. */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
