import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'
import { guard, type Access } from '../access/guard.ts'

// A controller's actions receive the context; anything else in a controller is its own affair.
type Controller = new (...args: never[]) => object
type LazyController = () => Promise<{ default: Controller }>
export type Handler = [LazyController, string] | ((ctx: HttpContext) => unknown)

export interface RouteAccess {
  /** Permission id; every route names one. */
  can: string
  /** Asks for the password or second factor again when the last proof is older than five minutes. */
  stepUp?: boolean
}

export interface PluginRoutes {
  get(path: string, handler: Handler, access: RouteAccess): void
  post(path: string, handler: Handler, access: RouteAccess): void
  put(path: string, handler: Handler, access: RouteAccess): void
  patch(path: string, handler: Handler, access: RouteAccess): void
  delete(path: string, handler: Handler, access: RouteAccess): void
}

export type UnitRoutes = (routes: PluginRoutes) => void
export type CityRoutes = (routes: PluginRoutes) => void

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Registers routes under a prefix, each behind its guard. `plugin` is null for the core's own pages. */
export function routesBelow(prefix: string, place: 'unit' | 'city', plugin: string | null): PluginRoutes {
  const register =
    (method: (typeof METHODS)[number]) => (path: string, handler: Handler, access: RouteAccess) => {
      const full: Access = { ...access, place, plugin }
      router[method](`${prefix}${path === '/' ? '' : path}` || '/', handler as never)
        .use(guard(full) as never)
        .as(`${place}.${plugin ?? 'core'}.${method}.${path}`)
    }
  return Object.fromEntries(METHODS.map((method) => [method, register(method)])) as unknown as PluginRoutes
}

/** First words of an address that are never a unit. */
export const RESERVED_SLUGS = [
  ...[
    'city',
    'ops',
    'login',
    'logout',
    'api',
    'assets',
    'health',
    'account',
    'family',
    'notifications',
    'locale',
  ],
  ...['files', 'socket', 'public', 'static', 'metrics', 'about', 'verify', 'start'],
]

export const UNIT_SLUG = new RegExp(`^(?!(?:${RESERVED_SLUGS.join('|')})$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$`)
