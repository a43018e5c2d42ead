import { definePlugin } from '@unia/platform/plugins'

export default definePlugin({
  id: 'ops-console',
  version: '0.1.0',
  platform: '^0.1',
  area: 'network',
  kinds: 'all',
  permissions: {
    'ops-console.network.view_city': {
      level: 'city',
      roles: ['it_operator', 'city_admin', 'security_officer', 'auditor'],
    },
    'ops-console.network.view': { level: 'tenant', roles: ['director', 'deputy_director', 'unit_admin'] },
  },
})
