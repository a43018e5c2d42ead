import type { SearchHit } from '@unia/platform/search'
import { deviceRows } from '#ops/queries/device_list'
import { scopedKnex } from '#ops/queries/scoped'

/** Devices of the city by unit, serial number, address or model. */
export default async function findDevices(q: string, limit: number): Promise<SearchHit[]> {
  const rows = await deviceRows(
    scopedKnex(),
    { q, filters: {}, sort: { by: 'unit', direction: 'asc' } },
    limit
  )
  return rows.map((row) => ({
    title: `${row.shortName} · ${row.model ?? row.key}`,
    subtitle: [row.serial, row.host].filter(Boolean).join(' · ') || undefined,
    path: `/devices/${row.id}`,
  }))
}
