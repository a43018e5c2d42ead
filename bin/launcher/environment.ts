import type { DatabaseUrls } from '../../app/database/connections.ts'
import { urlEnvironment } from '../../app/database/prepare.ts'
import type { Secrets } from '../../app/database/secrets.ts'
import type { LaunchOptions } from './options.ts'

/** Variables every process of the city starts with. */
export function cityEnvironment(
  options: LaunchOptions,
  urls: DatabaseUrls,
  secrets: Secrets
): NodeJS.ProcessEnv {
  return {
    LOG_LEVEL: 'info',
    ...process.env,
    ...urlEnvironment(urls),
    NODE_ENV: options.dev ? 'development' : 'production',
    APP_KEY: secrets.appKey,
    UNIA_DATA_KEY: secrets.dataKey,
    UNIA_INDEX_KEY: secrets.indexKey,
    HOST: options.host,
    PORT: String(options.port),
    TZ: 'UTC',
    // The interface says so wherever figures come from the field simulator.
    UNIA_SIMULATED: options.simulator ? '1' : '0',
  }
}
