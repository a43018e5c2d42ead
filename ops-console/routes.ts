import type { UnitRoutes } from '@unia/platform/plugins'

const Building = () => import('#ops/controllers/building_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const DeviceSeries = () => import('#ops/controllers/device_series_controller')
const SlaLinks = () => import('#ops/controllers/sla_links_controller')
const Events = () => import('#ops/controllers/events_controller')
const EventExports = () => import('#ops/controllers/event_exports_controller')

const LinkRollouts = () => import('#ops/controllers/link_rollouts_controller')
const LinkSteps = () => import('#ops/controllers/link_steps_controller')
const LinkDocuments = () => import('#ops/controllers/link_documents_controller')
const Protocols = () => import('#ops/controllers/protocols_controller')
const Defects = () => import('#ops/controllers/defects_controller')

const Endpoints = () => import('#ops/controllers/endpoints_controller')
const VpnPermissions = () => import('#ops/controllers/vpn_permissions_controller')
const Packages = () => import('#ops/controllers/packages_controller')
const EndpointCommands = () => import('#ops/controllers/endpoint_commands_controller')
const ThreatSteps = () => import('#ops/controllers/threat_steps_controller')
const administer = { can: 'ops-console.endpoints.administer' }

const consent = { can: 'ops-console.rollout.consent' }
const view = { can: 'ops-console.network.view' }
const events = { can: 'ops-console.events.view' }

export default ((routes) => {
  routes.get('/', [Building, 'show'], view)
  routes.get('/devices/:id', [Devices, 'show'], view)
  routes.get('/devices/:id/samples', [Devices, 'samples'], view)
  routes.get('/devices/:id/series', [DeviceSeries, 'show'], view)
  routes.get('/devices/:id/series/export', [DeviceSeries, 'export'], view)

  routes.get('/rollout', [LinkRollouts, 'own'], view)
  routes.post('/rollout/:link/steps', [LinkSteps, 'store'], consent)
  routes.post('/rollout/:link/documents', [LinkDocuments, 'store'], consent)
  routes.get('/rollout/:link/documents/:id', [LinkDocuments, 'show'], view)
  routes.get('/rollout/:link/protocols/:id', [Protocols, 'show'], view)
  routes.post('/rollout/:link/defects', [Defects, 'store'], consent)
  routes.get('/sla', [SlaLinks, 'show'], view)
  routes.get('/sla/print', [SlaLinks, 'print'], view)
  routes.get('/sla/export', [SlaLinks, 'export'], view)
  routes.get('/events', [Events, 'index'], events)
  routes.get('/events/tail', [Events, 'tail'], events)
  routes.get('/events/export', [EventExports, 'show'], events)
  routes.get('/events/:id', [Events, 'show'], events)

  routes.get('/endpoints', [Endpoints, 'show'], { can: 'ops-console.endpoints.view' })
  routes.put('/endpoints/workstations', [Endpoints, 'update'], administer)
  routes.post('/endpoints/vpn', [VpnPermissions, 'store'], administer)
  routes.get('/endpoints/packages/:id', [Packages, 'show'], administer)
  routes.post('/endpoints/threats/:id/steps', [ThreatSteps, 'store'], administer)
  routes.post('/endpoints/commands', [EndpointCommands, 'store'], {
    can: 'ops-console.endpoints.command',
    stepUp: true,
  })
}) satisfies UnitRoutes
