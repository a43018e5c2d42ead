import type { I18n } from '@adonisjs/i18n'
import type { PluginManifest } from './manifest.ts'

/** What a plugin adds and keeps, in words of the reader's language. */
export function pluginFacts(plugin: PluginManifest, i18n: I18n) {
  const {
    id,
    version,
    area,
    permissions = {},
    menu = [],
    cards = [],
    search = [],
    personalData = [],
  } = plugin
  const text = (key: string) => i18n.t(key, {}, key)
  return {
    id,
    version,
    area,
    name: pluginName(id, i18n),
    description: i18n.t(`${id}.description`, {}, ''),
    menu: menu.map((item) => text(`${id}.menu.${item.id}`)),
    permissions: Object.entries(permissions).map(([permission, { risk }]) => ({
      label: text(`${id}.permission.${permission.slice(id.length + 1)}`),
      risk: risk ?? null,
    })),
    cards: cards.length,
    search: search.map((provider) => text(provider.label)),
    personalData: personalData.map((kept) => ({
      data: text(kept.data),
      basis: text(kept.basis),
      retention: text(kept.retention),
    })),
  }
}

export const pluginName = (id: string, i18n: I18n) => i18n.t(`${id}.name`, {}, id)
export const areaName = (area: string, i18n: I18n) => i18n.t(`core.plugins.area.${area}`, {}, area)

/** „Stołówka, Finanse i Sekretariat”; ids nobody knows stay ids. */
export const listOfNames = (ids: string[], i18n: I18n) =>
  new Intl.ListFormat(i18n.locale).format(ids.map((id) => pluginName(id, i18n)))
