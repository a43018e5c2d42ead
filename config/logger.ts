import app from '@adonisjs/core/services/app'
import { defineConfig, syncDestination, targets } from '@adonisjs/core/logger'
import { loggedError } from '../app/http/log_errors.ts'

export default defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'unia',
      level: process.env.LOG_LEVEL ?? (app.inTest ? 'fatal' : 'info'),
      redact: { paths: ['password', '*.password', 'pesel', '*.pesel', 'token', '*.token'], censor: '***' },
      serializers: { err: loggedError },
      destination: app.inProduction ? undefined : await syncDestination(),
      transport: app.inProduction ? { targets: [targets.file({ destination: 1 })] } : undefined,
    },
  },
})
