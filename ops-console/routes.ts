import type { UnitRoutes } from '@unia/platform/plugins'

const Building = () => import('#ops/controllers/building_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const SlaLinks = () => import('#ops/controllers/sla_links_controller')

const view = { can: 'ops-console.network.view' }

export default ((routes) => {
  routes.get('/', [Building, 'show'], view)
  routes.get('/devices/:id', [Devices, 'show'], view)
  routes.get('/devices/:id/samples', [Devices, 'samples'], view)

  routes.get('/sla', [SlaLinks, 'show'], view)
  routes.get('/sla/print', [SlaLinks, 'print'], view)
  routes.get('/sla/export', [SlaLinks, 'export'], view)
}) satisfies UnitRoutes
