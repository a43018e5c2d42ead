/**
 * Writes one file per unit from the city's list (CSV), plus the city office, the profiles and the network that the
 * list does not name. Ran once; the files are the truth since then.
 *
 *   node --import @poppinss/ts-exec tenants/generate.ts <csv> [--force]
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { format } from 'prettier'
import type { TenantDeclaration, TenantNetwork } from '../app/tenancy/files/define_tenant.ts'
import type { UnitKind } from '../app/tenancy/files/kinds.ts'
import { areasByKind } from './generate/areas.ts'
import { shortName } from './generate/short_name.ts'

type Row = Record<string, string>

const options = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 110 } as const
const folder = new URL('./', import.meta.url)
const schools: UnitKind[] = ['primary', 'general_secondary', 'technical', 'special', 'continuing_education']
const [csv, flag] = process.argv.slice(2)
if (!csv) throw new Error('E_NO_CSV: name the CSV file with the units')

const statusOf = (text: string) =>
  text.startsWith('merged') ? 'merged' : text === 'unknown' ? 'unknown' : 'active'

/** The list has one row for some complexes; its notes tell what else they hold. */
function contains({ notes, kind }: Row): UnitKind[] {
  if (notes.startsWith('preschool + primary complex')) return ['preschool']
  if (kind === 'technical' && notes.includes('dormitory')) return ['dormitory']
  if (kind === 'technical' && notes.includes('LO')) return ['general_secondary']
  return []
}

function declaration(row: Row): TenantDeclaration {
  const more = contains(row)
  return {
    slug: row.slug,
    name: row.official_name,
    shortName: shortName(row.slug, row.official_name),
    kind: row.kind as UnitKind,
    parent: row.parent_slug || null,
    ...(more.length > 0 && { contains: more }),
    address: {
      street: row.street_address || null,
      postalCode: row.postal_code || null,
      city: 'Lublin',
      district: row.district || null,
    },
    patron: row.patron || null,
    geo: row.lat
      ? { lat: Number(row.lat), lon: Number(row.lon), precision: row.geo_precision as 'address' }
      : null,
    pupilsEstimate: row.pupils_estimate ? Number(row.pupils_estimate) : null,
    status: statusOf(row.status),
    verified: {
      record: row.verified === 'yes',
      unverified: row.unverified_fields.split(' ').filter(Boolean),
      source: row.source.split('; ')[0]!,
      ...(row.notes && { note: row.notes }),
    },
  }
}

/** Which 91 units have the equipment is not on record: schools and complexes first, the largest first. */
function equip(tenants: TenantDeclaration[]) {
  const rank = (t: TenantDeclaration) => (schools.includes(t.kind) ? 0 : 1)
  const chosen = tenants
    .filter((t) => t.parent === null && t.kind !== 'city_office')
    .sort((a, b) => rank(a) - rank(b) || (b.pupilsEstimate ?? 0) - (a.pupilsEstimate ?? 0))
    .slice(0, 91)
  chosen.forEach((tenant, index) => (tenant.network = network(tenant, index < 34)))
}

const network = ({ pupilsEstimate }: TenantDeclaration, pilotGroup: boolean): TenantNetwork => ({
  edge: {
    model: (pupilsEstimate ?? 0) >= 900 ? 'PA-820' : (pupilsEstimate ?? 0) >= 600 ? 'PA-440' : 'PA-220',
    management: null,
    serial: null,
    rollout: 'live',
    verified: false,
  },
  link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
  pilotGroup,
})

const cityOffice: TenantDeclaration = {
  slug: 'um-lublin',
  name: 'Urząd Miasta Lublin',
  shortName: 'UM Lublin',
  kind: 'city_office',
  parent: null,
  address: {
    street: 'plac Króla Władysława Łokietka 1',
    postalCode: '20-109',
    city: 'Lublin',
    district: 'Śródmieście',
  },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: { record: false, unverified: ['address'], source: 'general knowledge, not checked' },
}

async function write(path: string, call: string, value: object) {
  const url = new URL(path, folder)
  if (existsSync(url) && flag !== '--force')
    throw new Error(`E_FILE_EXISTS: ${path} (use --force to overwrite)`)
  const source = `import { ${call} } from '@unia/platform/tenancy'\n\nexport default ${call}(${JSON.stringify(value)})`
  await writeFile(url, await format(source, { ...options, quoteProps: 'as-needed' }))
}

const rows: Row[] = parse(await readFile(csv, 'utf8'), { columns: true })
const tenants = [...rows.map(declaration), cityOffice]
equip(tenants)
await mkdir(new URL('units/', folder), { recursive: true })
await mkdir(new URL('profiles/', folder), { recursive: true })
for (const tenant of tenants) await write(`units/${tenant.slug}.ts`, 'defineTenant', tenant)
for (const [kind, plugins] of Object.entries(areasByKind())) {
  await write(`profiles/${kind}.ts`, 'defineProfile', { kind, plugins })
}
console.log(`${tenants.length} units, ${tenants.filter((t) => t.network).length} with a network`)
