import type { UnitRoutes } from '@unia/platform/plugins'

const People = () => import('#users/controllers/people_controller')
const PersonInvitations = () => import('#users/controllers/person_invitations_controller')
const Invitations = () => import('#users/controllers/invitations_controller')
const Employments = () => import('#users/controllers/employments_controller')

const Authorisations = () => import('#users/controllers/authorisations_controller')

const view = { can: 'users.person.view' }
const invite = { can: 'users.invitation.issue', stepUp: true }
const viewStaff = { can: 'users.employment.view' }
const authorisations = { can: 'users.authorisation.view' }
const editStaff = { can: 'users.employment.edit', stepUp: true }

export default ((routes) => {
  routes.get('/people', [People, 'index'], view)
  routes.post('/people/:person/invitation', [PersonInvitations, 'store'], invite)
  routes.get('/people/:person/invitation', [PersonInvitations, 'show'], invite)
  routes.get('/invitations', [Invitations, 'index'], { can: 'users.invitation.issue' })
  routes.post('/invitations', [Invitations, 'store'], invite)
  routes.get('/employments', [Employments, 'index'], viewStaff)
  routes.post('/employments', [Employments, 'store'], editStaff)
  routes.put('/employments/:id', [Employments, 'update'], editStaff)
  routes.get('/authorisations', [Authorisations, 'index'], authorisations)
  routes.get('/authorisations/export', [Authorisations, 'export'], { ...authorisations, stepUp: true })
  routes.get('/authorisations/:id', [Authorisations, 'show'], authorisations)
}) satisfies UnitRoutes
