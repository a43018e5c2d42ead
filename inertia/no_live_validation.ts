// Stands in for laravel-precognition, which Inertia's forms would bring along and nobody here uses: forms are checked
// by the server when they are sent.
const refuse = (): never => {
  throw new Error('E_NO_LIVE_VALIDATION: forms are validated when they are sent')
}

export const createValidator = refuse
export const resolveName = refuse
export const toSimpleValidationErrors = refuse
export const client = { withXsrfCookieName() {}, withXsrfHeaderName() {} }
