import type { UnitRoutes } from '@unia/platform/plugins'

const Calendars = () => import('#secretariat/controllers/calendars_controller')
const FreeDays = () => import('#secretariat/controllers/free_days_controller')
const BellSchedules = () => import('#secretariat/controllers/bell_schedules_controller')

const view = { can: 'secretariat.calendar.view' }
const edit = { can: 'secretariat.calendar.edit' }
const year = '/calendars/:component/:year'

/** The school year: dates, periods, free days, bells. */
export const calendarRoutes: UnitRoutes = (routes) => {
  routes.get('/calendar', [Calendars, 'index'], view)
  routes.get(year, [Calendars, 'show'], view)
  routes.get(`${year}/edit`, [Calendars, 'edit'], edit)
  routes.put(year, [Calendars, 'update'], edit)
  routes.post(`${year}/free-days`, [FreeDays, 'store'], edit)
  routes.delete(`${year}/free-days/:id`, [FreeDays, 'destroy'], edit)
  routes.get(`${year}/bells/create`, [BellSchedules, 'create'], edit)
  routes.post(`${year}/bells`, [BellSchedules, 'store'], edit)
  routes.get(`${year}/bells/:id/edit`, [BellSchedules, 'edit'], edit)
  routes.put(`${year}/bells/:id`, [BellSchedules, 'update'], edit)
  routes.delete(`${year}/bells/:id`, [BellSchedules, 'destroy'], edit)
}
