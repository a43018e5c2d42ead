import type { UnitRoutes } from '@unia/platform/plugins'

const Transfers = () => import('#secretariat/controllers/transfers_controller')
const TransferAnswers = () => import('#secretariat/controllers/transfer_answers_controller')
const Departures = () => import('#secretariat/controllers/departures_controller')

const edit = { can: 'secretariat.pupil.edit' }

/** Leaving, and passing from one unit of the city to another. */
export const transferRoutes: UnitRoutes = (routes) => {
  routes.get('/transfers', [Transfers, 'index'], edit)
  routes.get('/transfers/create', [Transfers, 'create'], edit)
  routes.post('/transfers', [Transfers, 'store'], edit)
  routes.get('/transfers/:id', [Transfers, 'show'], edit)
  routes.post('/transfers/:id/confirmation', [TransferAnswers, 'store'], edit)
  routes.post('/transfers/:id/refusal', [TransferAnswers, 'destroy'], edit)
  routes.get('/pupils/:pupil/departure/create', [Departures, 'create'], edit)
  routes.post('/pupils/:pupil/departure', [Departures, 'store'], edit)
}
