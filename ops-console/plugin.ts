import { definePlugin } from '@unia/platform/plugins'
import { incidentClosed, incidentOpened, unitConnectivityChanged } from '#ops/contract'
import { CITY_VIEWERS, UNIT_VIEWERS } from '#ops/viewers'

const city = { city: true, permission: 'ops-console.network.view_city' } as const
const unit = { permission: 'ops-console.network.view' } as const

export default definePlugin({
  id: 'ops-console',
  version: '0.1.0',
  platform: '^0.1',
  area: 'network',
  kinds: 'all',
  permissions: {
    'ops-console.network.view_city': { level: 'city', roles: CITY_VIEWERS },
    'ops-console.network.view': { level: 'tenant', roles: UNIT_VIEWERS },
    'ops-console.alarm.manage': { level: 'city', roles: ['it_operator'] },
    'ops-console.alarm.configure': { level: 'city', roles: ['it_operator'] },
  },
  publishes: [incidentOpened, incidentClosed, unitConnectivityChanged],
  menu: [
    { id: 'wall', path: '/wall', icon: 'layout-grid', section: 'city', order: 1, ...city },
    { id: 'devices', path: '/devices', icon: 'router', section: 'city', order: 2, ...city },
    { id: 'incidents', path: '/incidents', icon: 'alert-triangle', section: 'city', order: 3, ...city },
    { id: 'windows', path: '/windows', icon: 'tools', section: 'city', order: 4, ...city },
    { id: 'on_call', path: '/on-call', icon: 'calendar-week', section: 'city', order: 5, ...city },
    {
      ...{ id: 'notifications', path: '/notifications', icon: 'bell', section: 'city', order: 6, city: true },
      permission: 'ops-console.alarm.configure',
    },
    { id: 'building', path: '', icon: 'network', section: 'building', order: 10, ...unit },
  ],
  cards: [
    { id: 'building', order: 10, ...unit, load: () => import('#ops/cards/building') },
    { id: 'city', order: 10, ...city, load: () => import('#ops/cards/city') },
  ],
  search: [
    {
      ...{ id: 'devices', label: 'ops-console.search.devices', icon: 'router', ...city },
      load: () => import('#ops/search/devices'),
    },
  ],
  routes: () => import('#ops/routes'),
  cityRoutes: () => import('#ops/city_routes'),
  service: () => import('#ops/stream/service'),
})
