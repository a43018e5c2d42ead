import type { UnitRoutes } from '@unia/platform/plugins'
import { calendarRoutes } from './routes/calendar.ts'
import { pupilRoutes } from './routes/pupils.ts'
import { schoolRoutes } from './routes/school.ts'
import { transferRoutes } from './routes/transfers.ts'

export default ((routes) => {
  pupilRoutes(routes)
  schoolRoutes(routes)
  calendarRoutes(routes)
  transferRoutes(routes)
}) satisfies UnitRoutes
