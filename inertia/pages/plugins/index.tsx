import { Card, Divider, EmptyState, Group, PageHeader, Stack, StateBadge, Text, useT } from '@unia/ui'
import { PluginRow } from './plugin_row.tsx'
import type { RefusedPlugin, UnitPlugin } from './types.ts'

interface Props {
  areas: { id: string; name: string; plugins: (UnitPlugin | RefusedPlugin)[] }[]
  canSwitch: boolean
}

export default function Plugins({ areas, canSwitch }: Props) {
  const t = useT()
  const all = areas.flatMap(({ plugins }) => plugins)
  const on = all.filter(({ state }) => state === 'on').length
  return (
    <>
      <PageHeader
        title={t('core.plugins.title')}
        facts={t('core.plugins.facts', { on, count: all.length })}
      />
      {all.length === 0 && (
        <EmptyState icon="puzzle" title={t('core.plugins.empty')}>
          {t('core.plugins.empty.text')}
        </EmptyState>
      )}
      <Stack>
        {areas.map((area) => (
          <Card key={area.id} title={area.name}>
            {area.plugins.map((plugin, at) => (
              <div key={plugin.id}>
                {at > 0 && <Divider />}
                {plugin.state === 'refused' ? (
                  <Refused plugin={plugin} />
                ) : (
                  <PluginRow plugin={plugin} canSwitch={canSwitch} />
                )}
              </div>
            ))}
          </Card>
        ))}
      </Stack>
    </>
  )
}

function Refused({ plugin }: { plugin: RefusedPlugin }) {
  const t = useT()
  return (
    <Stack gap={4} py="sm">
      <Group gap="xs">
        <Text fw={600}>{plugin.name}</Text>
        <StateBadge state="warning">{t('core.plugins.state.refused')}</StateBadge>
      </Group>
      <Text size="sm">{t('core.plugins.refused.text')}</Text>
    </Stack>
  )
}
