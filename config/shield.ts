import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'

/** Vite's dev server needs inline scripts and a socket of its own; nothing else does. */
const dev = app.inDev ? ["'unsafe-inline'", 'http:', 'ws:'] : []

export default defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...dev],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", ...dev.slice(1)],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    reportOnly: false,
  },
  csrf: {
    enabled: true,
    exceptRoutes: (ctx) => ctx.request.url().startsWith('/health/'),
    enableXsrfCookie: true,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: process.env.UNIA_HTTPS === '1', maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
