import type { Knex } from 'knex'
import { openSecrets } from '#ops/inventory/credentials'
import type { SnmpSecurity } from '#ops/inventory/device'
import { dataKey } from '#ops/inventory/sealing'
import { readMap } from '#ops/simulator/map'
import { Directory, type KnownSender } from './directory.ts'
import type { TrapUser } from './traps/v3.ts'

/** The unit that owns what belongs to no school, quarantine above all. */
export const CITY = 'um-lublin'

/** Fields under which the secrets of a device's SNMPv3 user are sealed. */
export const V3_SECRETS = { auth: 'snmpAuth', priv: 'snmpPriv' } as const

export interface Loaded {
  directory: Directory
  users: TrapUser[]
  /** Null: there is no such unit, so nothing can be quarantined. */
  cityId: number | null
}

interface Row {
  id: string
  tenant_id: number
  key: string
  slug: string
  host: string | null
  serial: string | null
  learnt: string | null
  simulated: boolean
  snmp_version: string
  snmp: SnmpSecurity | null
}

/** Everything that may send us messages: inventory, what devices told of themselves, what a person assigned. */
export async function loadDirectory(knex: Knex, simulatorMap: string, relays: string[]): Promise<Loaded> {
  const rows = await devices(knex)
  const city = await knex('core.tenancy_tenants').where({ slug: CITY }).first('id')
  const assigned = await knex('ops_console.ops_console_event_sources').select(
    'device_id',
    'address',
    'serial'
  )
  const simulator = await readMap(simulatorMap)
  const secrets = await secretsOf(knex, rows)
  const senders = rows.map((row): KnownSender => {
    const mine = assigned.filter(({ device_id: id }) => id === row.id)
    const played = row.simulated ? simulator?.devices[`${row.slug}/${row.key}`] : undefined
    return {
      ...{ tenantId: row.tenant_id, deviceId: row.id },
      addresses: distinct([played?.host ?? row.host, ...mine.map((one) => one.address)]),
      serials: distinct([row.serial, row.learnt, ...mine.map((one) => one.serial)]),
      community: played ? simulator!.community : (secrets.community.get(row.id) ?? null),
    }
  })
  return {
    directory: new Directory(senders, relays),
    users: usersOf(rows, secrets),
    cityId: city?.id ?? null,
  }
}

const distinct = (values: (string | null | undefined)[]) => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
]

const devices = (knex: Knex): Promise<Row[]> =>
  knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .leftJoin('ops_console.ops_console_device_states as s', {
      's.tenant_id': 'd.tenant_id',
      's.device_id': 'd.id',
    })
    .whereNot('d.rollout', 'retired')
    .select('d.id', 'd.tenant_id', 'd.key', 't.slug', 'd.host', 'd.serial', 'd.simulated')
    .select('d.snmp_version', 'd.snmp', knex.raw(`s.learnt ->> 'serial' as learnt`))

type Secrets = Record<'community' | 'auth' | 'priv', Map<string, string>>

async function secretsOf(knex: Knex, rows: readonly Row[]): Promise<Secrets> {
  const none = new Map<string, string>()
  if (!rows.some((row) => !row.simulated && row.host)) return { community: none, auth: none, priv: none }
  const key = dataKey()
  const community = await openSecrets(knex, key, 'community')
  if (!rows.some((row) => row.snmp_version === '3')) return { community, auth: none, priv: none }
  const auth = await openSecrets(knex, key, V3_SECRETS.auth)
  return { community, auth, priv: await openSecrets(knex, key, V3_SECRETS.priv) }
}

function usersOf(rows: readonly Row[], secrets: Secrets): TrapUser[] {
  const users = new Map<string, TrapUser>()
  for (const { id, snmp_version: version, snmp } of rows) {
    if (version !== '3' || !snmp) continue
    const { user: name, level, auth, priv } = snmp
    const [authKey, privKey] = [secrets.auth.get(id), secrets.priv.get(id)]
    if ((auth && !authKey) || (priv && !privKey)) continue
    users.set(name, { name, level, auth, authKey, priv, privKey })
  }
  return [...users.values()]
}
