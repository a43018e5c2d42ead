import type { CityRoutes } from '@unia/platform/plugins'

const Wall = () => import('#ops/controllers/wall_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const DeviceList = () => import('#ops/controllers/device_list_controller')
const Incidents = () => import('#ops/controllers/incidents_controller')
const Sla = () => import('#ops/controllers/sla_controller')
const SlaLinks = () => import('#ops/controllers/sla_links_controller')
const SlaExclusions = () => import('#ops/controllers/sla_exclusions_controller')

const settle = { can: 'ops-console.sla.settle' }
const view = { can: 'ops-console.network.view_city' }

export default ((routes) => {
  routes.get('/wall', [Wall, 'show'], view)
  routes.get('/devices', [DeviceList, 'index'], view)
  routes.get('/devices/export', [DeviceList, 'export'], view)
  routes.get('/devices/:id', [Devices, 'show'], view)
  routes.get('/devices/:id/samples', [Devices, 'samples'], view)
  routes.get('/incidents', [Incidents, 'index'], view)

  routes.get('/sla', [Sla, 'index'], view)
  routes.get('/sla/print', [Sla, 'print'], view)
  routes.get('/sla/export', [Sla, 'export'], view)
  routes.post('/sla/settlements', [Sla, 'store'], settle)
  routes.get('/sla/links/:id', [SlaLinks, 'show'], view)
  routes.get('/sla/links/:id/print', [SlaLinks, 'print'], view)
  routes.get('/sla/links/:id/export', [SlaLinks, 'export'], view)
  routes.post('/sla/links/:id/settlements', [SlaLinks, 'store'], settle)
  routes.post('/sla/links/:id/exclusions', [SlaExclusions, 'store'], settle)
}) satisfies CityRoutes
