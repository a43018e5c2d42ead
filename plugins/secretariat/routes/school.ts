import type { UnitRoutes } from '@unia/platform/plugins'

const SectionMemberships = () => import('#secretariat/controllers/section_memberships_controller')
const Certificates = () => import('#secretariat/controllers/certificates_controller')
const ClassLists = () => import('#secretariat/controllers/class_lists_controller')
const Sections = () => import('#secretariat/controllers/sections_controller')

const edit = { can: 'secretariat.pupil.edit' }
const certify = { can: 'secretariat.pupil.certify', stepUp: true }
const listAll = { can: 'secretariat.pupil.identify' }
const viewSection = { can: 'secretariat.section.view' }
const editSection = { can: 'secretariat.section.edit' }

/** How the school is organised and what the office does: sections, membership, printouts. */
export const schoolRoutes: UnitRoutes = (routes) => {
  routes.get('/pupils/:pupil/section-memberships/create', [SectionMemberships, 'create'], edit)
  routes.post('/pupils/:pupil/section-memberships', [SectionMemberships, 'store'], edit)
  routes.get('/pupils/:pupil/certificate', [Certificates, 'show'], certify)
  routes.get('/sections', [Sections, 'index'], viewSection)
  routes.get('/sections/create', [Sections, 'create'], editSection)
  routes.post('/sections', [Sections, 'store'], editSection)
  routes.get('/sections/:id', [Sections, 'show'], viewSection)
  routes.get('/sections/:id/edit', [Sections, 'edit'], editSection)
  routes.post('/class-lists', [ClassLists, 'store'], listAll)
  routes.put('/sections/:id', [Sections, 'update'], editSection)
}
