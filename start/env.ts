import { Env } from '@adonisjs/core/env'
import { APP_ROOT } from './root.ts'

/** All have safe defaults; `.env` is optional. Known passwords and weak keys in public are refused by the launcher. */
export default await Env.create(APP_ROOT, {
  NODE_ENV: Env.schema.enum.optional(['development', 'production', 'test'] as const),
  HOST: Env.schema.string.optional({ format: 'host' }),
  PORT: Env.schema.number.optional(),
  LOG_LEVEL: Env.schema.string.optional(),
  APP_KEY: Env.schema.string.optional(),
  REDIS_URL: Env.schema.string.optional(),
})
