import { dataFolder, readPrivate } from './data_folder.ts'
import { ROLES, type Role, type StoredSecrets } from './secrets.ts'
import { SetupError } from './setup_error.ts'

export { secrets, type Secrets } from './secrets.ts'

export type DatabaseUrls = Record<Role, string>

/** What the launcher writes to `.data/runtime.json` while the city runs. */
export interface Runtime {
  pid: number
  address: string
  urls: DatabaseUrls
}

/** Name of the variable that carries the URL of a role, e.g. DATABASE_APP_URL. */
export const urlVariable = (role: Role) => `DATABASE_${role.toUpperCase()}_URL`

/**
 * URLs by role: DATABASE_<ROLE>_URL, else those of the running city, else derived from DATABASE_URL. A test never
 * falls back to the running city. Throws E_NO_DATABASE when there is none.
 */
export function databaseUrls(): DatabaseUrls {
  const found = process.env.NODE_ENV === 'test' ? null : (runningCity()?.urls ?? fromDatabaseUrl())
  const urls = ROLES.map((role) => [role, process.env[urlVariable(role)] || found?.[role]] as const)
  const missing = urls.find(([, url]) => !url)
  if (missing)
    throw new SetupError(
      'E_NO_DATABASE',
      'No database: start the city first (npm start) or set DATABASE_URL',
      {
        variable: urlVariable(missing[0]),
      }
    )
  return Object.fromEntries(urls) as DatabaseUrls
}

/** The city started from this folder, or null; a file left by a killed launcher does not count. */
export function runningCity(): Runtime | null {
  const runtime = readPrivate<Runtime>(dataFolder('runtime.json'))
  return runtime && isAlive(runtime.pid) ? runtime : null
}

/** Same server and parameters as `base`, another role and, if given, another database. */
export function roleUrls(base: string, passwords: Record<Role, string>, database?: string): DatabaseUrls {
  const entries = ROLES.map((role) => {
    const url = new URL(base)
    url.username = `unia_${role}`
    url.password = passwords[role]
    if (database) url.pathname = `/${encodeURIComponent(database)}`
    return [role, url.href]
  })
  return Object.fromEntries(entries) as DatabaseUrls
}

function fromDatabaseUrl(): DatabaseUrls | null {
  const stored = readPrivate<StoredSecrets>(dataFolder('secrets.json'))
  return process.env.DATABASE_URL && stored ? roleUrls(process.env.DATABASE_URL, stored.roles) : null
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
