import { requestJson } from './request.ts'

/** Makes a key on this device for the person logged in. False when they changed their mind or it was not accepted. */
export const addPasskey = (csrfToken: string): Promise<boolean> =>
  ceremony('/account/passkeys', csrfToken, {}, async (options) => {
    const { startRegistration } = await import('@simplewebauthn/browser')
    return startRegistration({ optionsJSON: options as never })
  }).then((answer) => answer !== null)

/** Logs in with a key of this device; where to go then, or null. */
export const logInWithPasskey = (csrfToken: string, next: string): Promise<string | null> =>
  ceremony<{ next: string }>('/login/passkey', csrfToken, { next }, async (options) => {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    return startAuthentication({ optionsJSON: options as never })
  }).then((answer) => answer?.next ?? null)

async function ceremony<T = object>(
  href: string,
  csrfToken: string,
  more: object,
  ask: (options: unknown) => Promise<unknown>
): Promise<T | null> {
  try {
    const options = await requestJson(`${href}/options`, { method: 'POST', body: {}, csrfToken })
    const response = await ask(options)
    return await requestJson<T>(href, { method: 'POST', body: { response, ...more }, csrfToken })
  } catch {
    return null
  }
}
