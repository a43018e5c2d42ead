import { definePlugin } from '@unia/platform/plugins'
import { CITY_VIEWERS, EVENT_VIEWERS, UNIT_VIEWERS } from '#ops/viewers'
import { incidentClosed, incidentOpened, unitConnectivityChanged } from '#ops/contract'

const city = { city: true, permission: 'ops-console.network.view_city' } as const
const unit = { permission: 'ops-console.network.view' } as const
const events = { permission: 'ops-console.events.view_city' } as const
const ownEvents = { permission: 'ops-console.events.view' } as const

export default definePlugin({
  id: 'ops-console',
  version: '0.1.0',
  platform: '^0.1',
  area: 'network',
  kinds: 'all',
  permissions: {
    'ops-console.network.view_city': { level: 'city', roles: CITY_VIEWERS },
    'ops-console.rollout.manage': { level: 'city', roles: ['it_operator'] },
    'ops-console.rollout.consent': { level: 'tenant', roles: ['director', 'deputy_director'] },
    'ops-console.network.view': { level: 'tenant', roles: UNIT_VIEWERS },
    'ops-console.sla.settle': { level: 'city', roles: ['it_operator', 'city_admin'] },
    'ops-console.events.view_city': { level: 'city', roles: EVENT_VIEWERS },
    'ops-console.events.view': { level: 'tenant', roles: UNIT_VIEWERS },
    'ops-console.events.view_people': { level: 'city', risk: 'personal', roles: ['security_officer'] },
    'ops-console.events.view_own_people': { level: 'tenant', risk: 'personal', roles: ['director'] },
    'ops-console.events.assign': { level: 'city', roles: ['it_operator'] },
    'ops-console.inventory.manage': { level: 'city', roles: ['it_operator'] },
    'ops-console.alarm.manage': { level: 'city', roles: ['it_operator'] },
    'ops-console.rule.manage': { level: 'city', roles: ['it_operator'] },
    'ops-console.alarm.configure': { level: 'city', roles: ['it_operator'] },
    'ops-console.endpoints.view': { level: 'tenant', roles: ['director', 'deputy_director', 'unit_admin'] },
    'ops-console.endpoints.administer': { level: 'tenant', roles: ['unit_admin'] },
    'ops-console.endpoints.command': { level: 'tenant', roles: ['unit_admin'] },
    'ops-console.endpoints.view_city': {
      level: 'city',
      roles: ['it_operator', 'security_officer', 'auditor'],
    },
    'ops-console.endpoints.manage_city': { level: 'city', roles: ['it_operator'] },
  },
  publishes: [incidentOpened, incidentClosed, unitConnectivityChanged],
  menu: [
    { id: 'wall', path: '/wall', icon: 'layout-grid', section: 'city', order: 1, ...city },
    { id: 'devices', path: '/devices', icon: 'router', section: 'city', order: 2, ...city },
    {
      ...{
        id: 'inventory',
        path: '/inventory',
        icon: 'clipboard-list',
        section: 'city',
        order: 2,
        city: true,
      },
      permission: 'ops-console.inventory.manage',
    },
    { id: 'map', path: '/map', icon: 'map-pin', section: 'city', order: 2, ...city },
    { id: 'topology', path: '/topology', icon: 'network', section: 'city', order: 2, ...city },
    { id: 'incidents', path: '/incidents', icon: 'alert-triangle', section: 'city', order: 3, ...city },
    { id: 'rollout', path: '/rollout', icon: 'checklist', section: 'city', order: 9, ...city },
    { id: 'sla', path: '/sla', icon: 'file-certificate', section: 'city', order: 8, ...city },
    { id: 'rules', path: '/rules', icon: 'adjustments', section: 'city', order: 7, ...city },
    { id: 'windows', path: '/windows', icon: 'tools', section: 'city', order: 4, ...city },
    { id: 'on_call', path: '/on-call', icon: 'calendar-week', section: 'city', order: 5, ...city },
    {
      ...{ id: 'notifications', path: '/notifications', icon: 'bell', section: 'city', order: 6, city: true },
      permission: 'ops-console.alarm.configure',
    },
    { id: 'building', path: '', icon: 'network', section: 'building', order: 10, ...unit },
    { id: 'sla_unit', path: '/sla', icon: 'file-certificate', section: 'building', order: 14, ...unit },
    { id: 'events', path: '/events', icon: 'list', section: 'city', order: 4, ...events, city: true },
    { id: 'own_events', path: '/events', icon: 'list', section: 'building', order: 11, ...ownEvents },
    {
      ...{ id: 'endpoints_city', path: '/endpoints', icon: 'shield', section: 'city', order: 7, city: true },
      permission: 'ops-console.endpoints.view_city',
    },
    {
      ...{ id: 'endpoints', path: '/endpoints', icon: 'shield', section: 'building', order: 12 },
      permission: 'ops-console.endpoints.view',
    },
  ],
  cards: [
    { id: 'building', order: 10, ...unit, load: () => import('#ops/cards/building') },
    { id: 'city', order: 10, ...city, load: () => import('#ops/cards/city') },
  ],
  search: [
    {
      ...{ id: 'devices', label: 'ops-console.search.devices', icon: 'router', ...city },
      load: () => import('#ops/search/devices'),
    },
  ],
  routes: () => import('#ops/routes'),
  cityRoutes: () => import('#ops/city_routes'),
  personalData: [
    {
      data: 'ops-console.privacy.endpoints.data',
      basis: 'ops-console.privacy.endpoints.basis',
      retention: 'ops-console.privacy.endpoints.retention',
    },
    {
      data: 'ops-console.privacy.threats.data',
      basis: 'ops-console.privacy.threats.basis',
      retention: 'ops-console.privacy.threats.retention',
    },
    {
      data: 'ops-console.privacy.events.data',
      basis: 'ops-console.privacy.events.basis',
      retention: 'ops-console.privacy.events.retention',
    },
  ],
  service: () => import('#ops/stream/service'),
})
