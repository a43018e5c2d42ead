import { CITY_SLUG, tenants } from '../tenancy/tenants.ts'

export interface CityFigures {
  units: number
  kinds: { kind: string; units: number }[]
}

/** Open units of the city by kind, the commonest first. */
export function cityFigures(): CityFigures {
  const open = tenants.all().filter((tenant) => tenant.status === 'open' && tenant.slug !== CITY_SLUG)
  const kinds = [...Map.groupBy(open, (tenant) => tenant.kind)]
    .map(([kind, units]) => ({ kind, units: units.length }))
    .sort((a, b) => b.units - a.units)
  return { units: open.length, kinds }
}
