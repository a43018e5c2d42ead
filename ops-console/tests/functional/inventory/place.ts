import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { later, personWith, theCity, twoUnits, visit } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { Device } from '#ops/inventory/device'
import { Field } from '#ops/simulator/field'

export const BASE = '/city/ops-console/inventory'
export const COMMUNITY = 'lubelska-proba'
export const USM = {
  user: 'unia',
  auth: 'sha256',
  authKey: 'maplesyrup-1',
  priv: 'aes',
  privKey: 'maplesyrup-2',
} as const

/** Two schools, an operator of the city, and simulated agents on loopback that stand for real devices. */
export async function aField() {
  const [unit, other] = await twoUnits()
  const city = await theCity()
  const ops = openDatabase(undefined, 3)
  const field = new Field({
    community: COMMUNITY,
    usm: { level: 'authPriv', ...USM } as never,
    layout: 'ports',
  })
  await field.add([
    { key: 'sp-901/edge', model: 'PA-440' },
    { key: 'sp-902/edge', model: 'PA-220' },
  ])
  later(async () => {
    field.stop()
    for (const table of ['inventory_tasks', 'questions']) {
      await ops(`ops_console.ops_console_${table}`).where({ tenant_id: city.id }).delete()
    }
    await ops.destroy()
  })
  const operator = visit((await personWith(['it_operator'], 'city')).token)
  const agent = (key: string) => field.agents.get(key)!.address
  const devices = (tenantId: number) => Device.query(ops).where({ tenant_id: tenantId }).orderBy('key')
  return { unit, other, city, ops, field, operator, agent, devices }
}

export type Place = Awaited<ReturnType<typeof aField>>

/** What a form sends of a switch at this address. */
export const entered = (change: object = {}) => ({
  ...{
    name: 'sw-parter',
    model: 'CRS328',
    serial: null,
    rollout: 'installed',
    simulated: false,
    polled: true,
  },
  ...{ host: '10.20.1.1', port: '161', snmpVersion: '2c', wan: null, api: null },
  ...change,
})

/** Adds a device by the form and gives its id. */
export async function added({ operator, unit }: Place, change: object = {}): Promise<string> {
  const { location } = await operator.post(BASE, { ...entered(change), unit: unit.slug, kind: 'switch' })
  return location!.split('/').at(-1)!
}

/** The task's page once its work is over. */
export async function over({ operator }: Place, location: string) {
  for (;;) {
    const { props } = await operator.get(location)
    const task = props.task as { state: string } & Record<string, unknown>
    if (!['waiting', 'running'].includes(task.state)) return task
    await wait(100)
  }
}

export const file = (text: string) => {
  const form = new FormData()
  form.append('file', new Blob([text], { type: 'text/csv' }), 'urządzenia.csv')
  return form
}

export const key = () => randomUUID()
