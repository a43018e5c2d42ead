import type { FilterDef, Translate } from '@unia/ui'

interface Choices {
  types: string[]
  units: { value: string; label: string }[]
}

/** Filters of the events, kept in the address. */
export function eventFilters({ types, units }: Choices, t: Translate): FilterDef[] {
  const label = (id: string) => t(`ops-console.events.filter.${id}`)
  const select = (id: string, options: FilterDef['options']): FilterDef => ({
    ...{ id, kind: 'select', label: label(id), options },
  })
  const unit = units.length ? [select('unit', units)] : []
  return [
    select(
      'range',
      ['1h', '24h', '7d', '30d'].map((value) => ({ value, label: t(`ops-console.events.range.${value}`) }))
    ),
    select(
      'severity',
      ['2', '3', '4', '5'].map((value) => ({ value, label: t(`ops-console.events.at_least.${value}`) }))
    ),
    select(
      'type',
      types.map((value) => ({ value, label: t(`ops-console.events.type.${value}`) }))
    ),
    ...unit,
    { id: 'from', kind: 'date', label: label('from') },
    { id: 'to', kind: 'date', label: label('to') },
  ]
}
