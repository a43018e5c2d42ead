import { router, SegmentedControl, useT } from '@unia/ui'
import { RANGES, type RangeName } from '../../queries/ranges.ts'

/** How far back the charts go; kept in the address. */
export function RangeSwitch({ range, only }: { range: RangeName; only: string[] }) {
  const t = useT()
  return (
    <SegmentedControl
      aria-label={t('ops-console.range')}
      value={range}
      data={Object.keys(RANGES).map((value) => ({ value, label: t(`ops-console.range.${value}`) }))}
      onChange={(value) =>
        router.get(
          window.location.pathname,
          { range: value },
          { only, preserveState: true, preserveScroll: true, replace: true }
        )
      }
    />
  )
}
