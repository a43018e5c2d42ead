import type { Knex } from 'knex'

/** Who is on a connection. */
export interface OpsViewer {
  accountId: string
  canCity: boolean
  tenantIds: number[]
}

/** What a room shows. `unit` is the tenant's slug. */
export type Room =
  | { kind: 'city'; name: string }
  | { kind: 'unit'; name: string; tenantId: number }
  | { kind: 'device'; name: string; tenantId: number; deviceId: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The room of that name, or null when there is none. Says nothing about who may enter. */
export async function findRoom(knex: Knex, name: unknown): Promise<Room | null> {
  if (name === 'city') return { kind: 'city', name }
  if (typeof name !== 'string') return null
  const [kind, id] = name.split(':')
  if (kind === 'unit' && id) {
    const tenant = await knex('core.tenancy_tenants').where({ slug: id }).first('id')
    return tenant ? { kind, name, tenantId: tenant.id } : null
  }
  if (kind !== 'device' || !UUID.test(id ?? '')) return null
  const device = await knex('ops_console.ops_console_devices').where({ id }).first('tenant_id')
  return device ? { kind, name, tenantId: device.tenant_id, deviceId: id } : null
}

export function mayEnter(viewer: OpsViewer, room: Room): boolean {
  return viewer.canCity || (room.kind !== 'city' && viewer.tenantIds.includes(room.tenantId))
}
