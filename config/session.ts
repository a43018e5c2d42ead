import { defineConfig, stores } from '@adonisjs/session'

/** Flash messages and the CSRF secret only; who is logged in stands in identity_sessions. */
export default defineConfig({
  enabled: true,
  cookieName: 'unia-flash',
  clearWithBrowser: false,
  age: '12h',
  cookie: { path: '/', httpOnly: true, secure: process.env.UNIA_HTTPS === '1', sameSite: 'lax' },
  store: 'cookie',
  stores: { cookie: stores.cookie() },
})
