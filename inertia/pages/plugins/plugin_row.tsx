import { useState } from 'react'
import {
  Alert,
  Box,
  Button,
  Group,
  router,
  Stack,
  StateBadge,
  Switch,
  Text,
  Title,
  useConfirm,
  useFormats,
  useShared,
  useT,
} from '@unia/ui'
import { Facts } from './facts.tsx'
import type { UnitPlugin } from './types.ts'

/** One plugin with its switch; what depends on it is named before it goes off. */
export function PluginRow({ plugin, canSwitch }: { plugin: UnitPlugin; canSwitch: boolean }) {
  const t = useT()
  const { formatDate } = useFormats()
  const [open, setOpen] = useState(false)
  const { busy, toggle } = useSwitch(plugin)
  const { name, description, state, needs, changedAt, changedBy } = plugin
  const unmet = needs.filter(({ required, met }) => required && !met)
  return (
    <Box component="article" py="sm" aria-labelledby={`plugin-${plugin.id}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4}>
          <Group gap="xs">
            <Title order={3} size="h5" id={`plugin-${plugin.id}`}>
              {name}
            </Title>
            <StateBadge state={state === 'on' ? 'ok' : 'unknown'}>
              {t(`core.plugins.state.${state}`)}
            </StateBadge>
          </Group>
          <Text size="sm">{description}</Text>
          <Text size="sm" c="dimmed">
            {t('core.plugins.version', { version: plugin.version })}
            {changedBy &&
              changedAt &&
              ` · ${t('core.plugins.changed', { who: changedBy, when: formatDate(changedAt) })}`}
          </Text>
        </Stack>
        {canSwitch && (
          <Switch
            size="md"
            checked={state === 'on'}
            disabled={busy}
            onChange={() => void toggle()}
            aria-label={t(state === 'on' ? 'core.plugins.turn_off' : 'core.plugins.turn_on', { name })}
          />
        )}
      </Group>
      {state === 'off' && unmet.length > 0 && (
        <Alert mt="xs" color="gray">
          {t('core.plugins.needs', { names: unmet.map((need) => need.name).join(', ') })}
        </Alert>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        mt={4}
        px={0}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'core.plugins.less' : 'core.plugins.more')}
      </Button>
      {open && <Facts plugin={plugin} />}
    </Box>
  )
}

function useSwitch({ id, name, state, dependants }: UnitPlugin) {
  const t = useT()
  const confirm = useConfirm()
  const { unit } = useShared()
  const [busy, setBusy] = useState(false)
  const href = `/${unit!.slug}/plugins/${id}/activation`
  const options = {
    preserveScroll: true,
    onStart: () => setBusy(true),
    onFinish: () => setBusy(false),
  }
  const toggle = async () => {
    if (state === 'off') return router.post(href, {}, options)
    if (dependants.length === 0) return router.delete(href, options)
    const agreed = await confirm({
      title: t('core.plugins.cascade.title', { name }),
      text: t('core.plugins.cascade.text', { names: dependants.join(', ') }),
      confirm: t('core.plugins.cascade.confirm'),
      danger: true,
    })
    if (agreed) router.delete(`${href}?cascade=1`, options)
  }
  return { busy, toggle }
}
