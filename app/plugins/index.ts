export {
  definePlugin,
  type MenuItem,
  type Permission,
  type PersonalData,
  type PluginManifest,
  type PluginService,
} from './manifest.ts'
export type { CityRoutes, PluginRoutes, UnitRoutes } from './plugin_router.ts'
