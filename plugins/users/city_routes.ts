import type { CityRoutes } from '@unia/platform/plugins'

const Merges = () => import('#users/controllers/merges_controller')

const merge = { can: 'users.merge.confirm', stepUp: true }

export default ((routes) => {
  routes.get('/merges', [Merges, 'index'], { can: 'users.merge.view' })
  routes.post('/merges', [Merges, 'store'], merge)
  routes.post('/merges/dismissals', [Merges, 'dismiss'], merge)
  routes.delete('/merges/:id', [Merges, 'destroy'], merge)
}) satisfies CityRoutes
