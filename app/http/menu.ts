import type { I18n } from '@adonisjs/i18n'
import { registry } from '../plugins/registry.ts'
import type { Place } from '../access/place.ts'
import type { MenuItem } from '../plugins/manifest.ts'

type Section = MenuItem['section']
const SECTIONS: Section[] = ['today', 'teaching', 'people', 'money', 'building', 'city']

interface Entry extends Omit<MenuItem, 'path' | 'city'> {
  href: string
  label: string
}

const CORE_UNIT: (Omit<MenuItem, 'path'> & { path: string })[] = [
  { id: 'home', path: '', icon: 'home', section: 'today', permission: 'core.home.view', order: 0 },
  { id: 'jobs', path: '/jobs', icon: 'progress', section: 'today', permission: 'core.job.view', order: 90 },
  {
    id: 'memberships',
    path: '/memberships',
    icon: 'users',
    section: 'people',
    permission: 'core.membership.view',
    order: 80,
  },
  {
    id: 'plugins',
    path: '/plugins',
    icon: 'puzzle',
    section: 'building',
    permission: 'core.plugin.view',
    order: 90,
  },
  {
    id: 'audit',
    path: '/audit',
    icon: 'history',
    section: 'building',
    permission: 'core.audit.view',
    order: 95,
  },
]
const CORE_CITY: typeof CORE_UNIT = [
  { id: 'city_home', path: '', icon: 'home', section: 'today', permission: 'core.city.view', order: 0 },
  {
    id: 'units',
    path: '/units',
    icon: 'building-community',
    section: 'city',
    permission: 'core.city.view',
    order: 10,
  },
  {
    id: 'city_plugins',
    path: '/plugins',
    icon: 'puzzle',
    section: 'city',
    permission: 'core.city_plugin.view',
    order: 20,
  },
  {
    id: 'parameters',
    path: '/parameters',
    icon: 'adjustments',
    section: 'city',
    permission: 'core.parameter.view',
    order: 30,
  },
  {
    id: 'bus',
    path: '/bus',
    icon: 'arrows-exchange',
    section: 'city',
    permission: 'core.bus.view',
    order: 40,
  },
  {
    id: 'city_roles',
    path: '/roles',
    icon: 'key',
    section: 'city',
    permission: 'core.city_role.view',
    order: 45,
  },
  {
    id: 'city_audit',
    path: '/audit',
    icon: 'history',
    section: 'city',
    permission: 'core.city_audit.view',
    order: 50,
  },
]

/** Only what the acting role may open, grouped by work. */
export function menuOf(place: Place, i18n: I18n) {
  const entries = [...coreEntries(place, i18n), ...pluginEntries(place, i18n)].filter((entry) =>
    place.can(entry.permission)
  )
  return SECTIONS.map((section) => ({
    section,
    label: i18n.t(`core.menu.section.${section}`),
    items: entries
      .filter((entry) => entry.section === section)
      .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
      .map(({ id, label, icon, href }) => ({ id, label, icon, href })),
  })).filter((group) => group.items.length > 0)
}

function coreEntries(place: Place, i18n: I18n): Entry[] {
  return (place.tenant ? CORE_UNIT : CORE_CITY).map((item) => ({
    ...item,
    id: `core.${item.id}`,
    href: `/${place.slug}${item.path}`,
    label: i18n.t(`core.menu.${item.id}`),
  }))
}

function pluginEntries(place: Place, i18n: I18n): Entry[] {
  const plugins = place.tenant ? registry.activeIn(place.tenant.id) : registry.all()
  return plugins.flatMap((plugin) =>
    (plugin.menu ?? [])
      .filter((item) => Boolean(item.city) === (place.tenant === null))
      .map((item) => ({
        ...item,
        id: `${plugin.id}.${item.id}`,
        href: `/${place.slug}/${plugin.id}${item.path}`,
        label: i18n.t(`${plugin.id}.menu.${item.id}`),
      }))
  )
}
