import { SetupError } from '../../app/database/setup_error.ts'
import { message } from '../messages.ts'
import { isLoopback, type LaunchOptions } from './options.ts'

const EXAMPLE_KEY = /change|secret|example|przyk|test|1234|(.)\1{7}/i

/**
 * Refuses to show a city with known passwords or keys to a network (E_DEMO_IN_PUBLIC). UNIA_ALLOW_DEMO=1 overrides.
 * `open` counts demo accounts the database holds from an earlier start.
 */
export function refuseDemoInPublic(options: LaunchOptions, env: NodeJS.ProcessEnv, open = 0) {
  if (isLoopback(options.host) || env.UNIA_ALLOW_DEMO === '1') return
  const reasons = [
    (options.demo || open > 0) && message('error.demo_accounts'),
    isWeakKey(env.APP_KEY) && message('error.weak_key'),
  ].filter(Boolean)
  if (reasons.length === 0) return
  throw new SetupError('E_DEMO_IN_PUBLIC', `Refusing to listen on ${options.host}`, {
    host: options.host,
    what: reasons.join(', '),
  })
}

/** A key given by hand that is short or looks like one from a manual; none given means a generated one. */
export function isWeakKey(key: string | undefined): boolean {
  return key !== undefined && key !== '' && (key.length < 32 || EXAMPLE_KEY.test(key))
}
