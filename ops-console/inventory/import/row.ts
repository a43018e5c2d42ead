import type { SecretField } from '../credentials.ts'
import type { Device } from '../device.ts'
import type { ImportColumn, Mapping } from './columns.ts'

/** Cells of a row by meaning; empty ones are left out. */
export type Cells = Partial<Record<ImportColumn, string>>

export const cellsOf = (cells: readonly string[], mapping: Mapping): Cells =>
  Object.fromEntries(
    Object.entries(mapping).flatMap(([index, column]) => {
      const cell = cells[Number(index)]?.trim()
      return cell ? [[column, cell]] : []
    })
  )

const WORDS: Record<string, Record<string, string>> = {
  kind: {
    ...{ zapora: 'edge', firewall: 'edge', łącze: 'cpe', terminal: 'cpe', router: 'cpe' },
    ...{ przełącznik: 'switch', inne: 'other', 'inne urządzenie': 'other', rdzeń: 'core' },
  },
  rollout: {
    ...{ dostarczone: 'delivered', zamontowane: 'installed', pilotaż: 'pilot', 'w użyciu': 'live' },
    ...{ zapasowe: 'spare', 'w naprawie': 'rma' },
  },
  snmp: { ...{ v2c: '2c', '2': '2c', v2: '2c', v3: '3' }, ...{ brak: 'none', nie: 'none', '-': 'none' } },
}

/** A word in Polish or in another's spelling as ours; an unknown one stays, and is refused by the check that follows. */
export const meant = (column: 'kind' | 'rollout' | 'snmp', cell: string) =>
  WORDS[column]![cell.toLowerCase()] ?? cell.toLowerCase()

const NO = ['nie', 'no', 'false', '0', 'n']

/** The row over what is known of the entity, as a form would send it; unchecked. */
export function enteredOf(cells: Cells, known: Device | null) {
  const security = known?.snmp
  const api = known?.api
  const priv = cells.snmp_priv_protocol ?? security?.priv
  const auth = cells.snmp_auth_protocol ?? security?.auth
  return {
    name: cells.name ?? known?.name,
    model: cells.model ?? known?.model,
    serial: cells.serial ?? known?.serial,
    rollout: cells.rollout ? meant('rollout', cells.rollout) : (known?.rollout ?? 'installed'),
    host: cells.host ?? known?.host,
    port: cells.port ?? known?.port,
    // Whose address is told stands in the network.
    simulated: cells.host ? false : (known?.simulated ?? false),
    polled: cells.polled ? !NO.includes(cells.polled.toLowerCase()) : (known?.polled ?? true),
    wan: cells.wan ?? known?.wan_interface,
    snmpVersion: cells.snmp ? meant('snmp', cells.snmp) : (known?.snmp_version ?? '2c'),
    snmpUser: cells.snmp_user ?? security?.user,
    snmpAuth: auth?.toLowerCase().replaceAll(/[- ]/g, ''),
    snmpPriv: priv?.toLowerCase() === 'aes128' ? 'aes' : priv?.toLowerCase(),
    snmpLevel: security?.level ?? levelOf(cells),
    api: cells.api?.toLowerCase() ?? api?.kind,
    apiHost: cells.api_host ?? api?.host,
    apiPort: cells.api_port ?? api?.port,
    apiTls: api?.tls,
    fingerprint: cells.api_fingerprint ?? api?.fingerprint,
  }
}

const levelOf = ({ snmp_auth, snmp_priv, snmp_user }: Cells) => {
  if (!snmp_user) return undefined
  return snmp_priv ? 'authPriv' : snmp_auth ? 'authNoPriv' : 'noAuthNoPriv'
}

const SECRETS = ['community', 'snmp_auth', 'snmp_priv', 'api_user', 'api_password', 'api_key'] as const

/** Secrets that a row brings. */
export const secretsIn = (cells: Cells): Partial<Record<SecretField, string>> =>
  Object.fromEntries(SECRETS.flatMap((field) => (cells[field] ? [[field, cells[field]]] : [])))
