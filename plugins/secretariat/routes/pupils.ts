import type { UnitRoutes } from '@unia/platform/plugins'

const Pupils = () => import('#secretariat/controllers/pupils_controller')
const PupilExports = () => import('#secretariat/controllers/pupil_exports_controller')
const PeselReadings = () => import('#secretariat/controllers/pesel_readings_controller')
const Guardians = () => import('#secretariat/controllers/guardians_controller')
const GuardianMatches = () => import('#secretariat/controllers/guardian_matches_controller')
const GuardianContacts = () => import('#secretariat/controllers/guardian_contacts_controller')
const ContactOrders = () => import('#secretariat/controllers/contact_orders_controller')
const CourtNotes = () => import('#secretariat/controllers/court_notes_controller')

const view = { can: 'secretariat.pupil.view' }
const edit = { can: 'secretariat.pupil.edit' }
const exported = { can: 'secretariat.pupil.identify', stepUp: true }
const contact = { can: 'secretariat.guardian.contact' }
const readCourt = { can: 'secretariat.court_note.view', stepUp: true }
const writeCourt = { can: 'secretariat.court_note.edit', stepUp: true }
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
  routes.post('/pupils/:pupil/guardian-matches', [GuardianMatches, 'store'], edit)
  routes.put('/pupils/:pupil/guardians/:id/contact-order', [ContactOrders, 'update'], edit)
  routes.get('/pupils/:pupil/guardians/:id/contact', [GuardianContacts, 'edit'], contact)
  routes.put('/pupils/:pupil/guardians/:id/contact', [GuardianContacts, 'update'], contact)
  routes.get('/pupils/:pupil/guardians/:guardian/court-notes', [CourtNotes, 'index'], readCourt)
  routes.post('/pupils/:pupil/guardians/:guardian/court-notes', [CourtNotes, 'store'], writeCourt)
}
