import type { UnitRoutes } from '@unia/platform/plugins'

const Building = () => import('#ops/controllers/building_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const Events = () => import('#ops/controllers/events_controller')
const EventExports = () => import('#ops/controllers/event_exports_controller')

const view = { can: 'ops-console.network.view' }
const events = { can: 'ops-console.events.view' }

export default ((routes) => {
  routes.get('/', [Building, 'show'], view)
  routes.get('/devices/:id', [Devices, 'show'], view)
  routes.get('/devices/:id/samples', [Devices, 'samples'], view)
  routes.get('/events', [Events, 'index'], events)
  routes.get('/events/tail', [Events, 'tail'], events)
  routes.get('/events/export', [EventExports, 'show'], events)
  routes.get('/events/:id', [Events, 'show'], events)
}) satisfies UnitRoutes
