import { ActionIcon, Anchor, Group, Icon, Switch, Text, useFormats, useT } from '@unia/ui'
import type { Charted } from '#ops/history/charts'
import type { RangeName } from '#ops/queries/ranges'
import { freeRange, goTo } from './chart_address.ts'
import classes from './charts.module.css'

interface Props {
  series: Charted
  range: RangeName | null
  metrics: string[]
  /** Where series are asked for. */
  href: string
}

/** Zoom and shift for those without a mouse, the comparison, and the figures as a file. */
export function ChartTools({ series, range, metrics, href }: Props) {
  const t = useT()
  const { formatDateTime } = useFormats()
  const [from, to] = [Date.parse(series.from), Date.parse(series.to)]
  const length = to - from
  const compare = series.before ? 'week' : undefined
  const show = (first: number, last: number) => {
    const free = freeRange(first, last)
    if (free) goTo({ ...free, compare })
  }
  const steps = [
    { key: 'zoom_in', icon: 'plus', go: () => show(from + length / 4, to - length / 4) },
    { key: 'zoom_out', icon: 'minus', go: () => show(from - length / 2, to + length / 2) },
    { key: 'earlier', icon: 'chevron-left', go: () => show(from - length / 2, to - length / 2) },
    { key: 'later', icon: 'chevron-right', go: () => show(from + length / 2, to + length / 2) },
    { key: 'reset', icon: 'refresh', go: () => goTo({ range: '1h', compare }) },
  ]
  const query = new URLSearchParams({ metrics: metrics.join(), from: series.from, to: series.to })
  return (
    <div className={classes.tools}>
      <Group gap={4} role="group" aria-label={t('ops-console.charts.tools')}>
        {steps.map(({ key, icon, go }) => (
          <ActionIcon
            key={key}
            variant="default"
            size="lg"
            aria-label={t(`ops-console.charts.${key}`)}
            title={t(`ops-console.charts.${key}`)}
            disabled={key === 'reset' && range === '1h'}
            onClick={go}
          >
            <Icon name={icon} size={18} />
          </ActionIcon>
        ))}
      </Group>
      <Switch
        label={t('ops-console.charts.compare')}
        checked={compare !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          goTo({
            ...(range ? { range } : { from: series.from, to: series.to }),
            compare: checked ? 'week' : undefined,
          })
        }
      />
      <span className={classes.files}>
        <Anchor href={`${href}/export?${query}`}>{t('ops-console.charts.csv')}</Anchor>
        <Anchor href={`${href}/export?${query}&format=xlsx`}>{t('ops-console.charts.xlsx')}</Anchor>
      </span>
      <Text className={classes.shown} size="sm" c="dimmed" aria-live="polite">
        {!range &&
          t('ops-console.charts.shown', { from: formatDateTime(series.from), to: formatDateTime(series.to) })}
      </Text>
    </div>
  )
}
