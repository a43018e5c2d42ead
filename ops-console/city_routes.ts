import type { CityRoutes } from '@unia/platform/plugins'

const Wall = () => import('#ops/controllers/wall_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const DeviceList = () => import('#ops/controllers/device_list_controller')
const Incidents = () => import('#ops/controllers/incidents_controller')

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

export default ((routes) => {
  routes.get('/wall', [Wall, 'show'], view)
  routes.get('/devices', [DeviceList, 'index'], view)
  routes.get('/devices/export', [DeviceList, 'export'], view)
  routes.get('/devices/:id', [Devices, 'show'], view)
  routes.get('/devices/:id/samples', [Devices, 'samples'], view)
  routes.get('/incidents', [Incidents, 'index'], view)
  alarms(routes)
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
