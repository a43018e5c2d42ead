import type { Knex } from 'knex'
import { errors } from '@vinejs/vine'
import { ADDABLE, entityValidator } from '#ops/validators/inventory'
import type { SecretField } from '../credentials.ts'
import { Device, type DeviceKind } from '../device.ts'
import { fieldsOf, refusalsOf } from '../entered.ts'
import { changedFields, type EntityFields } from '../entity.ts'
import type { Mapping } from './columns.ts'
import type { ImportTable } from './read_table.ts'
import { cellsOf, enteredOf, meant, secretsIn, type Cells } from './row.ts'

export interface PlannedRow {
  line: number
  action: 'add' | 'change' | 'same' | 'refused'
  unit: string
  kind: string
  name: string | null
  host: string | null
  /** Names of fields that would change, and of secrets that would be set. */
  changes: string[]
  /** What is wrong: the column, and the rest of a message key. */
  errors: { column: string; reason: string }[]
}

/** A row with what is needed to apply it; holds secrets, so it goes nowhere but to `applyImport`. */
export interface PlannedWork {
  row: PlannedRow
  tenantId: number
  kind: DeviceKind
  known: Device | null
  fields: EntityFields
  secrets: Partial<Record<SecretField, string>>
}

interface Unit {
  id: number
  slug: string
  short_name: string
}

/**
 * What a file would do: rows that add, change, leave as it is, or are refused with their reasons. A row means an entity
 * of its unit by key, serial number or address, or, for a firewall or terminal, the one that the tenant file names. An empty
 * cell leaves what is known.
 */
export async function planImport(knex: Knex, table: ImportTable, mapping: Mapping): Promise<PlannedWork[]> {
  const units: Unit[] = await knex('core.tenancy_tenants').select('id', 'slug', 'short_name')
  const devices = await Device.query(knex)
  const seen = new Set<string>()
  const work: PlannedWork[] = []
  for (const { line, cells } of table.rows) {
    work.push(await planRow(line, cellsOf(cells, mapping), { units, devices, seen }))
  }
  return work
}

interface Known {
  units: Unit[]
  devices: Device[]
  seen: Set<string>
}

async function planRow(line: number, cells: Cells, known: Known): Promise<PlannedWork> {
  const unit = unitOf(cells.unit, known.units)
  const device = unit ? deviceOf(cells, unit, known.devices) : null
  const kind = device?.kind ?? (cells.kind ? meant('kind', cells.kind) : '')
  const errors: PlannedRow['errors'] = []
  const wrong = (column: string, reason: string) => void errors.push({ column, reason })
  if (!unit) wrong('unit', cells.unit ? 'unknown_unit' : 'needed')
  if (!device && cells.key) wrong('key', 'unknown_key')
  else if (!device && !ADDABLE.includes(kind as never)) wrong('kind', kind ? 'unknown_kind' : 'needed')
  if (device?.rollout === 'retired') wrong('key', 'retired')
  if (cells.serial && elsewhere(cells.serial, device, known.devices)) wrong('serial', 'serial_elsewhere')
  const { fields, problems } = await checked(cells, device)
  errors.push(...problems)
  for (const mark of marksOf(cells, unit, device, fields)) {
    if (known.seen.has(mark)) wrong(mark.split(' ')[0]!, 'twice')
    known.seen.add(mark)
  }
  const secrets = secretsIn(cells)
  for (const field of ['snmp_auth', 'snmp_priv'] as const)
    if (secrets[field] && secrets[field].length < 8) wrong(field, 'short')
  const changes = [...(device ? changedFields(device, fields) : []), ...Object.keys(secrets)]
  return {
    ...{ tenantId: unit?.id ?? 0, kind: kind as DeviceKind, known: device, fields, secrets },
    row: {
      line,
      action: errors.length ? 'refused' : !device ? 'add' : changes.length ? 'change' : 'same',
      unit: unit?.short_name ?? cells.unit ?? '',
      kind,
      name: cells.name ?? device?.name ?? null,
      host: cells.host ?? device?.host ?? null,
      ...{ changes, errors },
    },
  }
}

/** By its address part or its short name. */
const unitOf = (text: string | undefined, units: readonly Unit[]) => {
  const wanted = text?.toLowerCase()
  const found = wanted
    ? units.filter(({ slug, short_name }) => [slug, short_name.toLowerCase()].includes(wanted))
    : []
  return found.find(({ slug }) => slug === wanted) ?? (found.length === 1 ? found[0]! : null)
}

function deviceOf(cells: Cells, unit: Unit, devices: readonly Device[]): Device | null {
  const own = devices.filter(({ tenant_id }) => tenant_id === unit.id)
  if (cells.key) return own.find(({ key }) => key === cells.key) ?? null
  const same = cells.serial && own.find(({ serial }) => serial === cells.serial)
  if (same) return same
  const there = cells.host?.toLowerCase()
  const placed =
    there &&
    own.find(
      ({ host, port, rollout }) =>
        host?.toLowerCase() === there && port === Number(cells.port ?? 161) && rollout !== 'retired'
    )
  if (placed) return placed
  const kind = cells.kind ? meant('kind', cells.kind) : null
  const named = own.find(({ key }) => key === kind && ['edge', 'cpe'].includes(key))
  return named && (!named.serial || !cells.serial) && named.rollout !== 'retired' ? named : null
}

const elsewhere = (serial: string, device: Device | null, devices: readonly Device[]) =>
  devices.some((one) => one.serial === serial && one.id !== device?.id && one.rollout !== 'retired')

/** What must not stand in the file twice. */
function marksOf(cells: Cells, unit: Unit | null, device: Device | null, fields: EntityFields): string[] {
  return [
    ...(device ? [`key ${device.id}`] : []),
    ...(cells.serial ? [`serial ${cells.serial}`] : []),
    ...(unit && cells.host ? [`host ${cells.host.toLowerCase()}:${fields.port ?? 161}`] : []),
  ]
}

const COLUMN_OF: Record<string, string> = {
  ...{ snmpVersion: 'snmp', snmpUser: 'snmp_user', snmpAuth: 'snmp_auth_protocol' },
  ...{
    snmpPriv: 'snmp_priv_protocol',
    apiHost: 'api_host',
    apiPort: 'api_port',
    fingerprint: 'api_fingerprint',
  },
}

async function checked(cells: Cells, device: Device | null) {
  const problem = (field: string, reason: string) => ({ column: COLUMN_OF[field] ?? field, reason })
  try {
    const entered = await entityValidator.validate(enteredOf(cells, device))
    const refused = await refusalsOf(entered)
    const problems = Object.entries(refused).map(([field, key]) => problem(field, key.split('.').at(-1)!))
    return { fields: fieldsOf(entered), problems }
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
    const messages = error.messages as { field: string }[]
    return { fields: {}, problems: messages.map(({ field }) => problem(field, 'bad_value')) }
  }
}
