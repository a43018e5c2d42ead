import { later, theCity } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { Device } from '#ops/inventory/device'
import { DeviceState } from '#ops/health/device_state'
import { aDevice, setState } from './school.ts'

interface Place {
  id: number
  slug: string
}

/** Core, link and firewall of one school, each hanging on the one before; the link sees the core by LLDP. */
export async function aNetwork(unit: Place) {
  const city = await theCity()
  const edge = await aDevice(unit)
  const core = await anEntity(city, `core-${unit.id}`, 'core', `S${unit.id}-core`)
  const cpe = await anEntity(unit, 'cpe', 'cpe', `S${unit.id}-cpe`)
  const knex = openDatabase(undefined, 1)
  const hangs = (child: string, parent: string, parentTenant: number) => ({
    ...{ tenant_id: unit.id, device_id: child },
    ...{ parent_tenant_id: parentTenant, parent_id: parent },
  })
  await knex('ops_console.ops_console_parents').insert([hangs(edge, cpe, unit.id), hangs(cpe, core, city.id)])
  const coreName = `rdzen-${unit.id}`
  await learns(core, { name: coreName })
  await learns(cpe, {
    neighbours: [
      { localPort: 'sfp1', chassis: '02:5a:00:00:00:01', port: 'Ethernet1/7', name: coreName },
      { localPort: 'ether2', chassis: '02:5a:00:00:00:02', port: null, name: null },
    ],
  })
  await knex.destroy()
  return { core, cpe, edge }
}

async function anEntity(unit: Place, key: string, kind: string, serial: string): Promise<string> {
  const knex = openDatabase(undefined, 1)
  const row = { tenant_id: unit.id, key, kind, serial, rollout: 'live', simulated: true }
  const device = await Device.query(knex)
    .insert(row as never)
    .returning('*')
  await knex.destroy()
  const { id } = device as unknown as Device
  later(() => removed(id))
  await setState(unit, id, 'UP')
  return id
}

async function learns(id: string, learnt: object) {
  const knex = openDatabase(undefined, 1)
  await DeviceState.query(knex)
    .where({ device_id: id } as never)
    .patch({ learnt } as never)
  await knex.destroy()
}

async function removed(id: string) {
  const knex = openDatabase(undefined, 1)
  await knex('ops_console.ops_console_devices').where({ id }).delete()
  await knex.destroy()
}
