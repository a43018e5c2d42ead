import type { Infer } from '@vinejs/vine/types'
import type { entityValidator } from '#ops/validators/inventory'
import type { ApiAddress, SnmpSecurity } from './device.ts'
import type { EntityFields } from './entity.ts'
import { targetProblem } from './management_address.ts'

export type Entered = Omit<Infer<typeof entityValidator>, 'parents'>

export type Refusals = Record<string, string>

const API_PORTS = { panos: 443, routeros: 8729, sepm: 8446 } as const

/** What a form or a row says as fields of an entity. */
export function fieldsOf(entered: Entered): EntityFields {
  const { api, snmpVersion } = entered
  return {
    name: entered.name ?? null,
    model: entered.model ?? null,
    serial: entered.serial ?? null,
    rollout: entered.rollout,
    simulated: entered.simulated ?? false,
    polled: entered.polled ?? true,
    host: entered.host ?? null,
    port: entered.port ?? 161,
    ...(entered.wan && { wan_interface: entered.wan }),
    snmp_version: snmpVersion,
    snmp: snmpVersion === '3' ? securityOf(entered) : null,
    api: api ? apiOf(entered, api) : null,
  }
}

/** SNMPv3 of a form: only what its level uses. */
export function securityOf(
  entered: Pick<Entered, 'snmpUser' | 'snmpLevel' | 'snmpAuth' | 'snmpPriv'>
): SnmpSecurity {
  const level = entered.snmpLevel ?? 'authPriv'
  return {
    ...{ user: entered.snmpUser ?? '', level },
    ...(level !== 'noAuthNoPriv' && { auth: entered.snmpAuth ?? 'sha256' }),
    ...(level === 'authPriv' && { priv: entered.snmpPriv ?? 'aes' }),
  }
}

function apiOf(entered: Entered, kind: ApiAddress['kind']): ApiAddress {
  const bare = entered.fingerprint?.replace(/[^0-9a-f]/gi, '').toLowerCase()
  return {
    kind,
    host: entered.apiHost || entered.host || '',
    port: entered.apiPort ?? API_PORTS[kind],
    // Only RouterOS has a plain interface.
    tls: kind === 'routeros' ? (entered.apiTls ?? true) : true,
    fingerprint: bare || null,
  }
}

/** Message keys by field of what cannot be taken; hosts are looked up. Simulated entities need no address. */
export async function refusalsOf(entered: Entered): Promise<Refusals> {
  const refused: Refusals = {}
  const target = async (field: 'host' | 'apiHost', host: string | null | undefined) => {
    const reason = host ? await targetProblem(host) : null
    if (reason) refused[field] = `ops-console.inventory.refused.${reason}`
  }
  if (entered.snmpVersion === '3' && !entered.snmpUser)
    refused.snmpUser = 'ops-console.inventory.refused.user_needed'
  if (entered.api && !entered.apiHost && !entered.host)
    refused.apiHost = 'ops-console.inventory.refused.host_needed'
  await target('host', entered.host)
  await target('apiHost', entered.apiHost)
  return refused
}
