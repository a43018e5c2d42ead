import type { CityRoutes } from '@unia/platform/plugins'

const Wall = () => import('#ops/controllers/wall_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const DeviceList = () => import('#ops/controllers/device_list_controller')
const Events = () => import('#ops/controllers/events_controller')
const EventExports = () => import('#ops/controllers/event_exports_controller')
const EventSources = () => import('#ops/controllers/event_sources_controller')
const Incidents = () => import('#ops/controllers/incidents_controller')
const Sla = () => import('#ops/controllers/sla_controller')
const SlaLinks = () => import('#ops/controllers/sla_links_controller')
const SlaExclusions = () => import('#ops/controllers/sla_exclusions_controller')

const Rollout = () => import('#ops/controllers/rollout_controller')
const LinkRollouts = () => import('#ops/controllers/link_rollouts_controller')
const LinkSteps = () => import('#ops/controllers/link_steps_controller')
const LinkDocuments = () => import('#ops/controllers/link_documents_controller')
const Protocols = () => import('#ops/controllers/protocols_controller')
const Defects = () => import('#ops/controllers/defects_controller')
const TestRuns = () => import('#ops/controllers/test_runs_controller')
const DeviceSteps = () => import('#ops/controllers/device_steps_controller')

const rollout = { can: 'ops-console.rollout.manage' }
const settle = { can: 'ops-console.sla.settle' }
const Acknowledgements = () => import('#ops/controllers/acknowledgements_controller')
const IncidentNotes = () => import('#ops/controllers/incident_notes_controller')
const Closures = () => import('#ops/controllers/closures_controller')
const Silences = () => import('#ops/controllers/silences_controller')
const Windows = () => import('#ops/controllers/windows_controller')
const OnCall = () => import('#ops/controllers/on_call_controller')
const Overrides = () => import('#ops/controllers/overrides_controller')
const Notifications = () => import('#ops/controllers/notifications_controller')
const Contacts = () => import('#ops/controllers/contacts_controller')
const Webhooks = () => import('#ops/controllers/webhooks_controller')
const Policies = () => import('#ops/controllers/policies_controller')
const Notices = () => import('#ops/controllers/notices_controller')

const view = { can: 'ops-console.network.view_city' }
const events = { can: 'ops-console.events.view_city' }

export default ((routes) => {
  routes.get('/wall', [Wall, 'show'], view)
  routes.get('/devices', [DeviceList, 'index'], view)
  routes.get('/devices/export', [DeviceList, 'export'], view)
  routes.get('/devices/:id', [Devices, 'show'], view)
  routes.get('/devices/:id/samples', [Devices, 'samples'], view)
  routes.get('/incidents', [Incidents, 'index'], view)

  routes.get('/rollout', [Rollout, 'index'], view)
  routes.get('/rollout/export', [Rollout, 'export'], view)
  routes.get('/rollout/:link', [LinkRollouts, 'show'], view)
  routes.patch('/rollout/:link', [LinkRollouts, 'update'], rollout)
  routes.post('/rollout/:link/steps', [LinkSteps, 'store'], rollout)
  routes.post('/rollout/:link/documents', [LinkDocuments, 'store'], rollout)
  routes.get('/rollout/:link/documents/:id', [LinkDocuments, 'show'], view)
  routes.post('/rollout/:link/protocols', [Protocols, 'store'], rollout)
  routes.get('/rollout/:link/protocols/:id', [Protocols, 'show'], view)
  routes.post('/rollout/:link/defects', [Defects, 'store'], rollout)
  routes.patch('/rollout/:link/defects/:id', [Defects, 'update'], rollout)
  routes.post('/rollout/:link/tests', [TestRuns, 'store'], rollout)
  routes.patch('/rollout/:link/tests/:id', [TestRuns, 'update'], rollout)
  routes.delete('/rollout/:link/tests/:id', [TestRuns, 'destroy'], rollout)
  routes.post('/devices/:id/steps', [DeviceSteps, 'store'], rollout)
  routes.get('/sla', [Sla, 'index'], view)
  routes.get('/sla/print', [Sla, 'print'], view)
  routes.get('/sla/export', [Sla, 'export'], view)
  routes.post('/sla/settlements', [Sla, 'store'], settle)
  routes.get('/sla/links/:id', [SlaLinks, 'show'], view)
  routes.get('/sla/links/:id/print', [SlaLinks, 'print'], view)
  routes.get('/sla/links/:id/export', [SlaLinks, 'export'], view)
  routes.post('/sla/links/:id/settlements', [SlaLinks, 'store'], settle)
  routes.post('/sla/links/:id/exclusions', [SlaExclusions, 'store'], settle)
  routes.get('/events', [Events, 'index'], events)
  routes.get('/events/tail', [Events, 'tail'], events)
  routes.get('/events/export', [EventExports, 'show'], events)
  routes.get('/events/sources', [EventSources, 'index'], events)
  routes.post('/events/sources', [EventSources, 'store'], { can: 'ops-console.events.assign' })
  routes.get('/events/:id', [Events, 'show'], events)
  alarms(routes)
  endpoints(routes)
}) satisfies CityRoutes

const manage = { can: 'ops-console.alarm.manage' }
const configure = { can: 'ops-console.alarm.configure' }

/** What people do about incidents, and whom the console tells. */
const alarms: CityRoutes = (routes) => {
  routes.post('/incidents/acknowledgements', [Acknowledgements, 'storeMany'], manage)
  routes.get('/incidents/:id', [Incidents, 'show'], view)
  routes.post('/incidents/:id/acknowledgement', [Acknowledgements, 'store'], manage)
  routes.delete('/incidents/:id/acknowledgement', [Acknowledgements, 'destroy'], manage)
  routes.post('/incidents/:id/notes', [IncidentNotes, 'store'], manage)
  routes.put('/incidents/:id/ticket', [IncidentNotes, 'ticket'], manage)
  routes.post('/incidents/:id/closure', [Closures, 'store'], manage)
  routes.post('/silences', [Silences, 'store'], manage)
  routes.delete('/silences/:id', [Silences, 'destroy'], manage)
  routes.get('/windows', [Windows, 'index'], view)
  routes.get('/windows/create', [Windows, 'create'], manage)
  routes.post('/windows', [Windows, 'store'], manage)
  routes.get('/windows/:id/edit', [Windows, 'edit'], manage)
  routes.put('/windows/:id', [Windows, 'update'], manage)
  routes.delete('/windows/:id', [Windows, 'destroy'], manage)
  routes.get('/on-call', [OnCall, 'show'], view)
  routes.put('/on-call/:id', [OnCall, 'update'], configure)
  routes.get('/on-call/:id/calendar/:contact', [OnCall, 'calendar'], view)
  routes.post('/on-call/:id/overrides', [Overrides, 'store'], manage)
  routes.delete('/on-call/:id/overrides/:override', [Overrides, 'destroy'], manage)
  routes.get('/notifications', [Notifications, 'show'], configure)
  routes.get('/notifications/contacts/create', [Contacts, 'create'], configure)
  routes.post('/notifications/contacts', [Contacts, 'store'], configure)
  routes.get('/notifications/contacts/:id/edit', [Contacts, 'edit'], configure)
  routes.put('/notifications/contacts/:id', [Contacts, 'update'], configure)
  routes.delete('/notifications/contacts/:id', [Contacts, 'destroy'], configure)
  routes.post('/notifications/webhooks', [Webhooks, 'store'], { ...configure, stepUp: true })
  routes.delete('/notifications/webhooks/:id', [Webhooks, 'destroy'], configure)
  routes.get('/notifications/policies/:id/edit', [Policies, 'edit'], configure)
  routes.put('/notifications/policies/:id', [Policies, 'update'], configure)
  routes.post('/notifications/notices', [Notices, 'store'], configure)
  routes.put('/notifications/notices/:id', [Notices, 'update'], configure)
}

const EndpointsCity = () => import('#ops/controllers/endpoints_city_controller')
const EndpointComputers = () => import('#ops/controllers/endpoint_computers_controller')
const EndpointGroups = () => import('#ops/controllers/endpoint_groups_controller')
const VpnPermissions = () => import('#ops/controllers/vpn_permissions_controller')
const Packages = () => import('#ops/controllers/packages_controller')
const ThreatSteps = () => import('#ops/controllers/threat_steps_controller')

const viewEndpoints = { can: 'ops-console.endpoints.view_city' }
const manageEndpoints = { can: 'ops-console.endpoints.manage_city' }

/** Protection of the city's workstations. */
const endpoints: CityRoutes = (routes) => {
  routes.get('/endpoints', [EndpointsCity, 'index'], viewEndpoints)
  routes.get('/endpoints/export', [EndpointsCity, 'export'], viewEndpoints)
  routes.get('/endpoints/computers', [EndpointComputers, 'index'], viewEndpoints)
  routes.get('/endpoints/computers/export', [EndpointComputers, 'export'], viewEndpoints)
  routes.post('/endpoints/groups', [EndpointGroups, 'store'], manageEndpoints)
  routes.patch('/endpoints/vpn/:id', [VpnPermissions, 'update'], manageEndpoints)
  routes.post('/endpoints/packages', [Packages, 'store'], manageEndpoints)
  routes.delete('/endpoints/packages/:id', [Packages, 'destroy'], manageEndpoints)
  routes.post('/endpoints/threats/:id/steps', [ThreatSteps, 'store'], manageEndpoints)
}
