import { router, SegmentedControl, useT } from '@unia/ui'
import { RANGES, type RangeName } from '../../queries/ranges.ts'

interface Props {
  /** Null: none of these. */
  range: RangeName | null
  only: string[]
  /** What else stays in the address. */
  keep?: Record<string, string>
}

/** How far back the charts go; kept in the address. */
export function RangeSwitch({ range, only, keep }: Props) {
  const t = useT()
  return (
    <SegmentedControl
      aria-label={t('ops-console.range')}
      value={range ?? ''}
      data={Object.keys(RANGES).map((value) => ({ value, label: t(`ops-console.range.${value}`) }))}
      onChange={(value) =>
        router.get(
          window.location.pathname,
          { range: value, ...keep },
          { only, preserveState: true, preserveScroll: true, replace: true }
        )
      }
    />
  )
}
