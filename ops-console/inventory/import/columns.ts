/** Columns of a file of entities, with the words by which other people's headers name them. */
export const COLUMNS = {
  unit: ['jednostka', 'szkoła', 'placówka', 'school', 'slug'],
  key: ['klucz'],
  kind: ['rodzaj', 'typ', 'type'],
  name: ['nazwa', 'hostname', 'sysname'],
  model: ['typ urządzenia'],
  serial: ['numer seryjny', 'nr seryjny', 's/n', 'sn', 'serial number'],
  rollout: ['wdrożenie', 'etap', 'stage'],
  host: ['adres', 'adres ip', 'ip', 'address', 'management'],
  port: ['port snmp'],
  snmp: ['wersja snmp', 'snmp version'],
  community: ['społeczność', 'snmp community'],
  snmp_user: ['użytkownik snmp', 'v3 user'],
  snmp_auth_protocol: ['protokół auth', 'auth protocol'],
  snmp_auth: ['hasło auth', 'auth key', 'auth password'],
  snmp_priv_protocol: ['protokół priv', 'priv protocol'],
  snmp_priv: ['hasło priv', 'priv key', 'priv password'],
  wan: ['interfejs wan', 'wan interface', 'uplink'],
  api: ['interfejs api', 'api kind'],
  api_host: ['adres api', 'api address'],
  api_port: ['port api'],
  api_fingerprint: ['odcisk certyfikatu', 'fingerprint', 'sha256'],
  api_user: ['użytkownik api'],
  api_password: ['hasło api'],
  api_key: ['klucz api'],
  polled: ['odpytywane', 'poll'],
} as const satisfies Record<string, readonly string[]>

export type ImportColumn = keyof typeof COLUMNS

export const IMPORT_COLUMNS = Object.keys(COLUMNS) as ImportColumn[]

/** Which column of a file means what, by its position as text; a column that means nothing is left out. */
export type Mapping = Record<string, ImportColumn>

const bare = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

/** The mapping that the headers suggest; each meaning is given once, to the first header that says it. */
export function guessMapping(header: readonly string[]): Mapping {
  const mapping: Mapping = {}
  const given = new Set<ImportColumn>()
  for (const [index, title] of header.entries()) {
    const found = IMPORT_COLUMNS.find((column) =>
      [column, ...COLUMNS[column]].some((word) => bare(word) === bare(title))
    )
    if (!found || given.has(found)) continue
    given.add(found)
    mapping[index] = found
  }
  return mapping
}

/** A mapping that a person chose; what is no column of the file or no meaning is dropped. */
export function checkedMapping(mapping: Record<string, string>, columns: number): Mapping {
  const given = new Set<string>()
  return Object.fromEntries(
    Object.entries(mapping).filter(([index, column]) => {
      const fits =
        Number(index) < columns && IMPORT_COLUMNS.includes(column as ImportColumn) && !given.has(column)
      given.add(column)
      return fits
    })
  ) as Mapping
}
