import { randomBytes } from 'node:crypto'
import { dataFolder, readPrivate, writePrivate } from './data_folder.ts'
import { SetupError } from './setup_error.ts'

export const ROLES = ['owner', 'app', 'city', 'system', 'ops'] as const
export type Role = (typeof ROLES)[number]

export interface Secrets {
  /** Signs cookies and encrypts what the framework encrypts. */
  appKey: string
  /** 32 bytes in base64: encrypts stored personal and device secrets. */
  dataKey: string
  /** 32 bytes in base64: keyed hashes by which encrypted values are found. */
  indexKey: string
}

export interface StoredSecrets extends Secrets {
  roles: Record<Role, string>
}

const PATH = () => dataFolder('secrets.json')

/** Keys of this installation: environment first, then `.data/secrets.json`. Throws E_NO_SECRETS when neither has them. */
export function secrets(): Secrets {
  const stored = process.env.NODE_ENV === 'test' ? null : readPrivate<StoredSecrets>(PATH())
  const appKey = process.env.APP_KEY || stored?.appKey
  const dataKey = process.env.UNIA_DATA_KEY || stored?.dataKey
  const indexKey = process.env.UNIA_INDEX_KEY || stored?.indexKey
  if (!appKey || !dataKey || !indexKey)
    throw new SetupError(
      'E_NO_SECRETS',
      'No keys yet: start the city first (npm start) or set APP_KEY, UNIA_DATA_KEY and UNIA_INDEX_KEY'
    )
  return { appKey, dataKey, indexKey }
}

/** Generated once on the first start; losing the file means losing what was encrypted with it. */
export function ensureSecrets(): StoredSecrets {
  const stored = readPrivate<StoredSecrets>(PATH()) ?? writeNew()
  return { ...stored, ...overrides() }
}

/** A set of secrets that is kept nowhere, for throw-away databases. */
export function freshSecrets(): StoredSecrets {
  const key = () => randomBytes(32).toString('base64')
  const roles = Object.fromEntries(ROLES.map((role) => [role, randomBytes(18).toString('base64url')]))
  return { appKey: key(), dataKey: key(), indexKey: key(), roles: roles as Record<Role, string> }
}

function writeNew() {
  const fresh = freshSecrets()
  writePrivate(PATH(), fresh)
  return fresh
}

function overrides(): Partial<Secrets> {
  const { APP_KEY: appKey, UNIA_DATA_KEY: dataKey, UNIA_INDEX_KEY: indexKey } = process.env
  return { ...(appKey && { appKey }), ...(dataKey && { dataKey }), ...(indexKey && { indexKey }) }
}
