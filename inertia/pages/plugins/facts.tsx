import { Badge, KeyValue, List, useT } from '@unia/ui'
import type { PluginFacts } from './types.ts'

/** What a plugin adds to a unit and which personal data it keeps. */
export function Facts({ plugin }: { plugin: PluginFacts }) {
  const t = useT()
  const { menu, permissions, search, cards, personalData } = plugin
  const items = [
    { label: t('core.plugins.adds.menu'), value: menu.length > 0 && menu.join(', ') },
    { label: t('core.plugins.adds.search'), value: search.length > 0 && search.join(', ') },
    { label: t('core.plugins.adds.cards'), value: cards > 0 && String(cards) },
    {
      label: t('core.plugins.adds.permissions'),
      value: permissions.length > 0 && (
        <List size="sm">
          {permissions.map(({ label, risk }) => (
            <List.Item key={label}>
              {label} {risk && <Badge variant="default">{t(`core.plugins.risk.${risk}`)}</Badge>}
            </List.Item>
          ))}
        </List>
      ),
    },
    {
      label: t('core.plugins.personal'),
      value: personalData.length ? (
        <List size="sm">
          {personalData.map(({ data, basis, retention }) => (
            <List.Item key={data}>{t('core.plugins.personal.line', { data, basis, retention })}</List.Item>
          ))}
        </List>
      ) : (
        t('core.plugins.personal.none')
      ),
    },
  ]
  return <KeyValue items={items.filter(({ value }) => value)} />
}
