import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import semver from 'semver'
import { isRole } from '../access/roles.ts'
import { readMessages } from '../messages/message_files.ts'
import { unitKinds } from '../tenancy/files/kinds.ts'
import type { PluginManifest } from './manifest.ts'
import type { FoundPlugin } from './discover.ts'

const KNOWN = new Set([
  ...[
    'controllers',
    'domain',
    'models',
    'queries',
    'validators',
    'transformers',
    'migrations',
    'pages',
    'cards',
  ],
  ...[
    'printouts',
    'parameters',
    'imports',
    'messages',
    'tests',
    'jobs',
    'listeners',
    'contracts',
    'published',
    'routes',
    'desk',
    'search',
    'node_modules',
  ],
])
/** The console is the one plugin with a process of its own, hence with rooms of its own. */
const CONSOLE_ROOMS = [
  'inventory',
  'probes',
  'scheduler',
  'collector',
  'health',
  'alarms',
  'history',
  'stream',
  'simulator',
  'credentials',
  'ingest',
  'rollout',
  'endpoints',
  'sla',
  'chain',
]

/** All problems of one plugin at once, in words its developer can act on; empty when it is fine. */
export function validatePlugin({ manifest, folder }: FoundPlugin, platformVersion: string): string[] {
  return [
    ...identity(manifest, platformVersion),
    ...permissions(manifest),
    ...contributions(manifest),
    ...events(manifest),
    ...folders(manifest, folder),
    ...messages(manifest, folder),
  ]
}

function* identity(m: PluginManifest, platformVersion: string) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(m.id ?? '')) yield `id "${m.id}" must be kebab-case, like "social-funds"`
  if (!semver.valid(m.version)) yield `version "${m.version}" is not a version, like "1.0.0"`
  if (!semver.validRange(m.platform)) yield `platform "${m.platform}" is not a range, like "^0.1"`
  else if (!semver.satisfies(platformVersion, m.platform)) {
    yield `needs platform ${m.platform}, this is ${platformVersion}`
  }
  if (!m.area) yield 'area is missing'
  if (m.kinds !== 'all') {
    for (const kind of m.kinds ?? []) if (!unitKinds.includes(kind)) yield `kind "${kind}" is unknown`
    if (!m.kinds?.length) yield 'kinds is empty: name the kinds of unit, or "all"'
  }
}

function* permissions(m: PluginManifest) {
  for (const [id, permission] of Object.entries(m.permissions ?? {})) {
    if (!new RegExp(`^${m.id}\\.[a-z_]+\\.[a-z_]+$`).test(id)) {
      yield `permission "${id}" must look like "${m.id}.resource.action"`
    }
    for (const role of permission.roles)
      if (!isRole(role)) yield `permission "${id}" names unknown role "${role}"`
  }
}

function* contributions(m: PluginManifest) {
  const declared = new Set(Object.keys(m.permissions ?? {}))
  const used = [
    ...(m.menu ?? []).map((item) => ({ what: `menu item "${item.id}"`, permission: item.permission })),
    ...(m.cards ?? []).map((card) => ({ what: `card "${card.id}"`, permission: card.permission })),
    ...(m.search ?? []).map((search) => ({ what: `search "${search.id}"`, permission: search.permission })),
  ]
  for (const { what, permission } of used) {
    if (!declared.has(permission)) yield `${what} uses permission "${permission}", which is not declared`
  }
  for (const { contract } of m.provides ?? []) {
    if (!contract.id.startsWith(`${m.id}.`)) yield `contract "${contract.id}" must begin with "${m.id}."`
  }
}

function* events(m: PluginManifest) {
  for (const event of m.publishes ?? []) {
    if (!event.type.startsWith(`${m.id}.`)) yield `event "${event.type}" must begin with "${m.id}."`
    if (!event.schema) yield `event "${event.type}" has no schema`
  }
}

function* folders(m: PluginManifest, folder: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || KNOWN.has(entry.name) || entry.name.startsWith('.')) continue
    if (m.id === 'ops-console' && CONSOLE_ROOMS.includes(entry.name)) continue
    yield `folder "${entry.name}" is not one of the known folders (${[...KNOWN].join(', ')})`
  }
  if (basename(folder) !== m.id && folder.includes('/plugins/')) {
    yield `folder is called "${basename(folder)}" but the id is "${m.id}"`
  }
}

function* messages(m: PluginManifest, folder: string) {
  const needed = [
    `${m.id}.name`,
    `${m.id}.description`,
    ...Object.keys(m.permissions ?? {}).map((id) => `${m.id}.permission.${id.slice(m.id.length + 1)}`),
    ...(m.menu ?? []).map((item) => `${m.id}.menu.${item.id}`),
    ...(m.search ?? []).map((search) => search.label),
  ]
  const texts = ['pl', 'en'].map((locale) => {
    return { locale, keys: readMessages(folder, locale) as object | null }
  })
  for (const { locale, keys } of texts) {
    if (!keys) {
      yield `messages/${locale}.json is missing`
      continue
    }
    for (const key of needed) if (!(key in keys)) yield `messages/${locale}.json lacks "${key}"`
    for (const key of Object.keys(keys)) {
      if (!key.startsWith(`${m.id}.`))
        yield `messages/${locale}.json: key "${key}" must begin with "${m.id}."`
    }
    const other = texts.find((text) => text.locale !== locale)
    for (const key of Object.keys(keys)) {
      if (other?.keys && !(key in other.keys)) yield `messages/${other.locale}.json lacks "${key}"`
    }
  }
}
