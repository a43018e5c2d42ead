import type { Knex } from 'knex'
import { opsPool } from '#ops/acting'
import { nextThreatStates, type ThreatState } from '#ops/endpoints/threat_states'
import type { VpnState } from '#ops/endpoints/vpn_states'

const OPS = 'ops_console.ops_console_'

export interface UnitEndpoints {
  permission: { state: VpnState; since: string } | null
  packages: { id: string; name: string; version: string; size: number; sha256: string; at: string }[]
  licence: { ordered: number | null; unexpired: number | null; expiresOn: string | null } | null
  figures: { computers: number; online: number; seen: number; infected: number; outdated: number }
  workstations: number | null
  computers: UnitComputer[]
  cases: ThreatCase[]
  commands: UnitCommand[]
}

export interface UnitComputer {
  id: string
  name: string
  online: boolean
  infected: boolean
  outdated: boolean
  definitionsOn: string | null
  lastSeenAt: string | null
}

export interface ThreatCase {
  id: string
  computer: string
  state: ThreatState
  openedAt: string
  infected: boolean
  next: readonly ThreatState[]
}

export interface UnitCommand {
  id: string
  command: string
  state: string
  failure: string | null
  at: string
  by: string
  results: { computer: string; state: string }[]
}

/** Everything about the protection of one unit's computers, for the person who asks. */
export async function unitEndpoints(knex: Knex, tenantId: number, accountId: string): Promise<UnitEndpoints> {
  const computers = await unitComputers(knex, tenantId)
  const week = Date.now() - 7 * 86_400_000
  return {
    permission: await standingPermission(knex, tenantId, accountId),
    packages: await unitPackages(knex, tenantId),
    licence: await licenceFigures(),
    figures: {
      computers: computers.length,
      online: computers.filter((one) => one.online).length,
      seen: computers.filter((one) => one.lastSeenAt && Date.parse(one.lastSeenAt) >= week).length,
      infected: computers.filter((one) => one.infected).length,
      outdated: computers.filter((one) => one.outdated).length,
    },
    workstations: await workstationsOf(knex, tenantId),
    computers,
    cases: await openCases(knex, tenantId),
    commands: await latestCommands(knex, tenantId),
  }
}

/** The person's latest request in this unit. */
export async function standingPermission(knex: Knex, tenantId: number, accountId: string) {
  const row = await knex(`${OPS}vpn_permissions`)
    .where({ tenant_id: tenantId, account_id: accountId })
    .orderBy('requested_at', 'desc')
    .first()
  if (!row) return null
  const since: Date = row.revoked_at ?? row.decided_at ?? row.requested_at
  return { state: row.state as VpnState, since: since.toISOString() }
}

async function unitPackages(knex: Knex, tenantId: number) {
  const rows = await knex(`${OPS}packages`)
    .where({ tenant_id: tenantId })
    .whereNull('withdrawn_at')
    .orderBy('uploaded_at', 'desc')
  return rows.map(({ id, name, version, size, sha256, uploaded_at: at }) => ({
    ...{ id, name, version, sha256 },
    size: Number(size),
    at: at.toISOString(),
  }))
}

/** Seats are bought for the whole city and are no secret of anybody. */
async function licenceFigures() {
  const row = await opsPool()(`${OPS}licences`).first('ordered', 'unexpired', 'expires_on')
  return row ? { ordered: row.ordered, unexpired: row.unexpired, expiresOn: day(row.expires_on) } : null
}

/** Newest definitions that any computer of the city has. */
export async function newestDefinitions(): Promise<string | null> {
  const row = await opsPool()(`${OPS}computers`).whereNull('gone_at').max('definitions_on as newest').first()
  return day(row?.newest ?? null)
}

async function unitComputers(knex: Knex, tenantId: number): Promise<UnitComputer[]> {
  const newest = await newestDefinitions()
  const rows = await knex(`${OPS}computers`)
    .where({ tenant_id: tenantId })
    .whereNull('gone_at')
    .select('*', knex.raw(`online and definitions_on < ?::date - 3 as outdated`, [newest]))
    .orderByRaw(`infected desc, name collate "pl-x-icu"`)
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, online: row.online, infected: row.infected },
    outdated: row.outdated === true,
    definitionsOn: day(row.definitions_on),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  }))
}

async function workstationsOf(knex: Knex, tenantId: number): Promise<number | null> {
  const row = await knex(`${OPS}workstations`)
    .where({ tenant_id: tenantId })
    .orderBy('entered_at', 'desc')
    .first()
  return row?.count ?? null
}

async function openCases(knex: Knex, tenantId: number): Promise<ThreatCase[]> {
  const rows = await knex(`${OPS}threat_cases as k`)
    .leftJoin(`${OPS}computers as c`, { 'c.tenant_id': 'k.tenant_id', 'c.hardware_key': 'k.hardware_key' })
    .where({ 'k.tenant_id': tenantId })
    .whereNull('k.closed_at')
    .select('k.id', 'k.computer_name as computer', 'k.state', 'k.opened_at', 'c.infected')
    .orderBy('k.opened_at')
  return rows.map((row) => ({
    ...{ id: row.id, computer: row.computer, state: row.state, infected: row.infected === true },
    openedAt: row.opened_at.toISOString(),
    next: nextThreatStates(row.state),
  }))
}

async function latestCommands(knex: Knex, tenantId: number): Promise<UnitCommand[]> {
  const rows = await knex(`${OPS}commands`)
    .where({ tenant_id: tenantId })
    .orderBy('requested_at', 'desc')
    .limit(20)
  const results = await knex(`${OPS}command_results`)
    .where({ tenant_id: tenantId })
    .whereIn(
      'command_id',
      rows.map(({ id }) => id)
    )
    .orderBy('computer_name')
  return rows.map((row) => ({
    ...{ id: row.id, command: row.command, state: row.state, failure: row.failure },
    ...{ at: row.requested_at.toISOString(), by: row.requested_by_name },
    results: results
      .filter((one) => one.command_id === row.id)
      .map((one) => ({ computer: one.computer_name, state: one.state })),
  }))
}

export const day = (value: string | Date | null): string | null =>
  value instanceof Date ? value.toLocaleDateString('sv-SE') : value
