import { Button, Group, Icon, router, Text, useShared, useT } from '@unia/ui'
import { monthName } from '#ops/sla/words'

const shifted = (month: string, by: number) => {
  const date = new Date(`${month}-15T12:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

/** One month back and forth, up to the one that runs. */
export function SlaMonthSwitch({ month, base }: { month: string; base: string }) {
  const t = useT()
  const { now } = useShared()
  const go = (by: number) => router.get(base, { month: shifted(month, by) })
  const isLast = month >= now.slice(0, 7)
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => go(-1)} aria-label={t('ops-console.sla.earlier')}>
        <Icon name="chevron-left" size={18} />
      </Button>
      <Text fw={600}>{monthName(month, useLocaleTag())}</Text>
      <Button
        variant="default"
        onClick={() => go(1)}
        disabled={isLast}
        aria-label={t('ops-console.sla.later')}
      >
        <Icon name="chevron-right" size={18} />
      </Button>
    </Group>
  )
}

/** How numbers and dates of the account are written. */
export function useLocaleTag() {
  const { locale } = useShared()
  return locale === 'en' ? 'en-GB' : 'pl-PL'
}
