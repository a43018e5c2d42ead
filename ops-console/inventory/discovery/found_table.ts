import { IMPORT_COLUMNS, type ImportColumn } from '../import/columns.ts'
import type { ImportTable } from '../import/read_table.ts'
import type { DiscoveryCredential } from './ask_address.ts'
import type { Found } from './found.ts'

interface Chosen {
  address: string
  unit: string
  kind: string
}

/** Chosen devices as rows of a file, with the credential they answered to; an address that did not answer is left out. */
export function foundTable(
  chosen: readonly Chosen[],
  found: readonly Found[],
  { port, community, user }: DiscoveryCredential
): ImportTable {
  const shared: Partial<Record<ImportColumn, string | undefined>> = {
    ...{ port: String(port), snmp: user ? '3' : '2c', community, snmp_user: user?.user },
    ...{ snmp_auth_protocol: user?.auth, snmp_auth: user?.authKey },
    ...{ snmp_priv_protocol: user?.priv, snmp_priv: user?.privKey },
  }
  const rows = chosen.flatMap(({ address, unit, kind }) => {
    const one = found.find((each) => each.address === address)
    if (!one) return []
    const { name, model, serial } = one
    const row: Partial<Record<ImportColumn, string | null | undefined>> = {
      ...{ ...shared, unit, kind, host: address },
      ...{ name, model, serial },
    }
    return [IMPORT_COLUMNS.map((column) => row[column] ?? '')]
  })
  return {
    encoding: 'UTF-8',
    header: [...IMPORT_COLUMNS],
    rows: rows.map((cells, index) => ({ line: index + 1, cells })),
  }
}
