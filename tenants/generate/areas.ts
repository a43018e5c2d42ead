import { unitKinds, type UnitKind } from '../../app/tenancy/files/kinds.ts'

const letters: Record<UnitKind, string> = {
  preschool: 'P',
  primary: 'S',
  general_secondary: 'G',
  technical: 'T',
  special: 'X',
  continuing_education: 'C',
  dormitory: 'D',
  youth_culture_centre: 'Y',
  counselling: 'K',
  shared_service: 'L',
  city_office: 'U',
}

const everyone = Object.values(letters).join('')
const employers = everyone.replace('U', '')

/** Areas and the kinds of unit they are for; those of the city alone (the network console) are not entitled. */
const areas: Record<string, string> = {
  secretariat: 'PSGTXCDY',
  users: everyone,
  portal: everyone,
  register: 'SGTXC',
  timetable: 'SGTXC',
  organisation: 'PSGTXCDYK',
  budget: everyone,
  hr: employers,
  payroll: employers,
  'social-funds': employers,
  'compulsory-education': 'SU',
  recruitment: 'PSGTDXU',
  grants: 'SXU',
  scholarships: 'SGTU',
  apprentices: 'U',
  canteen: 'PSGTXD',
  preschool: 'PSX',
  dormitory: 'DX',
  counselling: 'K',
  documents: everyone,
  library: 'SGTXC',
  reporting: everyone,
  resources: everyone,
  finance: everyone,
  programme: everyone,
}

/** Plugins by kind of unit, in the order of the areas. */
export const areasByKind = (): Record<UnitKind, string[]> =>
  Object.fromEntries(
    unitKinds.map((kind) => [kind, Object.keys(areas).filter((area) => areas[area]!.includes(letters[kind]))])
  ) as Record<UnitKind, string[]>
