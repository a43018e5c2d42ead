import type { UnitRoutes } from '@unia/platform/plugins'

const Pupils = () => import('#secretariat/controllers/pupils_controller')
const PupilExports = () => import('#secretariat/controllers/pupil_exports_controller')
const PeselReadings = () => import('#secretariat/controllers/pesel_readings_controller')
const Guardians = () => import('#secretariat/controllers/guardians_controller')

const view = { can: 'secretariat.pupil.view' }
const edit = { can: 'secretariat.pupil.edit' }
const exported = { can: 'secretariat.pupil.identify', stepUp: true }
const unmask = { can: 'secretariat.pupil.unmask', stepUp: true }

/** Who the pupils are: records, guardians, papers received. */
export const pupilRoutes: UnitRoutes = (routes) => {
  routes.get('/pupils', [Pupils, 'index'], view)
  routes.get('/pupils/export', [PupilExports, 'show'], exported)
  routes.get('/pupils/create', [Pupils, 'create'], edit)
  routes.post('/pupils', [Pupils, 'store'], edit)
  routes.get('/pupils/:id', [Pupils, 'show'], view)
  routes.get('/pupils/:id/edit', [Pupils, 'edit'], edit)
  routes.put('/pupils/:id', [Pupils, 'update'], edit)
  routes.post('/pupils/:id/pesel-reading', [PeselReadings, 'store'], unmask)
  routes.get('/pupils/:pupil/guardians/create', [Guardians, 'create'], edit)
  routes.post('/pupils/:pupil/guardians', [Guardians, 'store'], edit)
  routes.get('/pupils/:pupil/guardians/:id/edit', [Guardians, 'edit'], edit)
  routes.put('/pupils/:pupil/guardians/:id', [Guardians, 'update'], edit)
  routes.delete('/pupils/:pupil/guardians/:id', [Guardians, 'destroy'], edit)
}
