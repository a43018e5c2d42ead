import type { CityRoutes } from '@unia/platform/plugins'

const Wall = () => import('#ops/controllers/wall_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const DeviceList = () => import('#ops/controllers/device_list_controller')
const Events = () => import('#ops/controllers/events_controller')
const EventExports = () => import('#ops/controllers/event_exports_controller')
const EventSources = () => import('#ops/controllers/event_sources_controller')
const Incidents = () => import('#ops/controllers/incidents_controller')

const view = { can: 'ops-console.network.view_city' }
const events = { can: 'ops-console.events.view_city' }

export default ((routes) => {
  routes.get('/wall', [Wall, 'show'], view)
  routes.get('/devices', [DeviceList, 'index'], view)
  routes.get('/devices/export', [DeviceList, 'export'], view)
  routes.get('/devices/:id', [Devices, 'show'], view)
  routes.get('/devices/:id/samples', [Devices, 'samples'], view)
  routes.get('/incidents', [Incidents, 'index'], view)
  routes.get('/events', [Events, 'index'], events)
  routes.get('/events/tail', [Events, 'tail'], events)
  routes.get('/events/export', [EventExports, 'show'], events)
  routes.get('/events/sources', [EventSources, 'index'], events)
  routes.post('/events/sources', [EventSources, 'store'], { can: 'ops-console.events.assign' })
  routes.get('/events/:id', [Events, 'show'], events)
}) satisfies CityRoutes
