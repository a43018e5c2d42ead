import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [() => import('@adonisjs/core/commands')],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/vite/vite_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/inertia/inertia_provider'),
    () => import('./app/tenancy/tenancy_provider.ts'),
    () => import('./app/plugins/plugins_provider.ts'),
    { file: () => import('./app/database/listener_provider.ts'), environment: ['web', 'test'] },
    { file: () => import('./app/health/health_provider.ts'), environment: ['web', 'test'] },
    { file: () => import('./app/access/audit_provider.ts'), environment: ['web'] },
    () => import('./app/parameters/parameters_provider.ts'),
    () => import('./app/background/binding_provider.ts'),
    { file: () => import('./app/live/live_provider.ts'), environment: ['web', 'test'] },
    { file: () => import('./app/background/background_provider.ts'), environment: ['web'] },
  ],
  preloads: [
    () => import('#start/kernel'),
    () => import('#start/routes'),
    () => import('#start/check_routes'),
  ],
  metaFiles: [],
  directories: {},
})
