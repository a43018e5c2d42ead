import type { CityRoutes } from '@unia/platform/plugins'

const Wall = () => import('#ops/controllers/wall_controller')
const Devices = () => import('#ops/controllers/devices_controller')
const DeviceList = () => import('#ops/controllers/device_list_controller')
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
const view = { can: 'ops-console.network.view_city' }

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
}) satisfies CityRoutes
