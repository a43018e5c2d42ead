import router from '@adonisjs/core/services/router'
import { registry } from '../plugins/registry.ts'
import type { Guard } from './guard.ts'

export interface CheckedRoute {
  methods: string[]
  pattern: string
  access: Guard['access'] | null
}

/** Every route with the access its guard demands; null where there is no guard. */
export function routesWithAccess(): CheckedRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .map((route) => {
      const all = [...route.middleware.all()] as (Partial<Guard> & { handle?: unknown })[]
      return {
        methods: route.methods,
        pattern: route.pattern,
        access: all.find((m) => m.access)?.access ?? null,
      }
    })
}

/** Stops the start when a route has no guard, or asks for a permission that nobody declared. */
export function checkRoutes(routes: CheckedRoute[] = routesWithAccess()): void {
  const problems = routes.flatMap(({ methods, pattern, access }) => {
    const name = `${methods.filter((method) => method !== 'HEAD').join('|')} ${pattern}`
    if (!access) return [`${name} has no guard`]
    if (access.place === 'public' || access.place === 'person') return []
    if (!access.can) return [`${name} names no permission`]
    return registry.permission(access.can) ? [] : [`${name} asks for undeclared permission "${access.can}"`]
  })
  if (problems.length) throw new Error(`E_UNGUARDED_ROUTE:\n  ${problems.join('\n  ')}`)
}
