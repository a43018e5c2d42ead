import type { TenantDeclaration } from '../../app/tenancy/files/define_tenant.ts'
import type { UnitKind } from '../../app/tenancy/files/kinds.ts'
import type { SectionKind, SectionPlan } from './plan.ts'
import { Random } from './random.ts'

interface Shape {
  kind: SectionKind
  levels: number[]
  /** Usual and smallest and largest size of a section. */
  size: [number, number, number]
  /** Pupils where the file has no estimate. */
  without: number
  /** Which share of the estimated places is taken. */
  taken: number
  bornBefore: (level: number) => [number, number]
}

const exactly =
  (offset: number) =>
  (level: number): [number, number] => [offset + level, offset + level]

const shapes: Partial<Record<UnitKind | 'music' | 'special_preschool' | 'vocational', Shape>> = {
  preschool: {
    kind: 'preschool_group',
    levels: [3, 4, 5, 6],
    size: [23, 18, 25],
    without: 112,
    taken: 0.8,
    bornBefore: exactly(0),
  },
  primary: {
    kind: 'general',
    levels: [1, 2, 3, 4, 5, 6, 7, 8],
    size: [24, 16, 28],
    without: 240,
    taken: 0.84,
    bornBefore: exactly(6),
  },
  general_secondary: {
    kind: 'general',
    levels: [1, 2, 3, 4],
    size: [28, 20, 32],
    without: 400,
    taken: 0.84,
    bornBefore: exactly(14),
  },
  technical: {
    kind: 'technical',
    levels: [1, 2, 3, 4, 5],
    size: [26, 18, 30],
    without: 400,
    taken: 0.84,
    bornBefore: exactly(14),
  },
  vocational: {
    kind: 'vocational',
    levels: [1, 2, 3],
    size: [25, 18, 30],
    without: 300,
    taken: 0.84,
    bornBefore: exactly(14),
  },
  special: {
    kind: 'special',
    levels: [1, 2, 3, 4, 5, 6, 7, 8],
    size: [7, 5, 9],
    without: 60,
    taken: 0.84,
    bornBefore: exactly(6),
  },
  special_preschool: {
    kind: 'preschool_group',
    levels: [3, 4, 5, 6],
    size: [5, 4, 6],
    without: 40,
    taken: 0.84,
    bornBefore: exactly(0),
  },
  music: {
    kind: 'music',
    levels: [1, 2, 3, 4, 5, 6],
    size: [20, 14, 24],
    without: 240,
    taken: 0.84,
    bornBefore: exactly(6),
  },
  continuing_education: {
    kind: 'adults',
    levels: [1, 2, 3],
    size: [25, 18, 30],
    without: 150,
    taken: 0.84,
    bornBefore: () => [19, 45],
  },
  dormitory: {
    kind: 'boarding_group',
    levels: [0],
    size: [28, 20, 34],
    without: 128,
    taken: 1,
    bornBefore: () => [15, 20],
  },
  youth_culture_centre: {
    kind: 'circle',
    levels: [0],
    size: [16, 10, 20],
    without: 400,
    taken: 0.84,
    bornBefore: () => [7, 18],
  },
}

const preschoolGroups = [
  ['Biedronki', 'Motylki', 'Krasnale', 'Misie', 'Żabki', 'Smyki'],
  ['Pszczółki', 'Jeżyki', 'Wiewiórki', 'Słoneczka', 'Kotki', 'Tygryski'],
  ['Sówki', 'Delfinki', 'Zajączki', 'Stokrotki', 'Pingwinki', 'Promyczki'],
  ['Mądre Sowy', 'Odkrywcy', 'Lwy', 'Żurawie', 'Kangurki', 'Gwiazdki'],
]
const trades = ['TI', 'TE', 'TL', 'TM', 'TR', 'TG', 'TH', 'TP', 'TW', 'TB', 'TD', 'TK']
const letters = [...'abcdefghijklmnop']

/** The sections of one unit at a scale; 1 is the full unit. At least one section stays, full in size. */
export function planSections(
  unit: TenantDeclaration,
  places: number | null,
  scale: number,
  schoolYear: number
): SectionPlan[] {
  const shape = shapeOf(unit)
  if (!shape) return []
  const random = new Random(`sections ${unit.slug}`)
  const total = places === null ? shape.without : Math.round(places * shape.taken)
  const sections = full(unit, shape, total, schoolYear, random)
  const kept = Math.max(1, Math.round(sections.length * Math.min(scale, 1)))
  return kept === sections.length ? sections : someOf(sections, kept, random)
}

/** The same for a kind that a complex holds without a file of its own. */
export const planKind = (
  unit: TenantDeclaration,
  kind: UnitKind,
  places: number | null,
  scale: number,
  year: number
) => planSections({ ...unit, kind }, places, scale, year)

function shapeOf({ kind, slug, name }: TenantDeclaration): Shape | undefined {
  if (slug === 'ssm') return undefined
  if (name.includes('Muzyczna')) return shapes.music
  if (kind === 'special' && name.includes('Przedszkole')) return shapes.special_preschool
  if (kind === 'continuing_education' && name.includes('Zawodowego')) return shapes.vocational
  return shapes[kind]
}

function full(
  unit: TenantDeclaration,
  shape: Shape,
  total: number,
  schoolYear: number,
  random: Random
): SectionPlan[] {
  const {
    levels,
    size: [usual, low, high],
  } = shape
  const enough = Math.max(1, Math.round(total / usual))
  const count = enough < levels.length && total / levels.length >= low - 2 ? levels.length : enough
  const first = random.int(0, levels.length - 1)
  const perLevel = levels.map(
    (_, index) =>
      Math.floor(count / levels.length) +
      ((index - first + levels.length) % levels.length < count % levels.length ? 1 : 0)
  )
  const sizes = spread(total, count, low, high, random)
  let at = 0
  return levels.flatMap((level, index) =>
    Array.from({ length: perLevel[index]! }, (_, nth) =>
      section(unit, shape, level, nth, sizes[at++]!, schoolYear)
    )
  )
}

/** Sizes that add up to the total, a little uneven, within the bounds where the total allows it. */
function spread(total: number, count: number, low: number, high: number, random: Random): number[] {
  const sizes = Array.from(
    { length: count },
    (_, nth) => Math.floor((total * (nth + 1)) / count) - Math.floor((total * nth) / count)
  )
  for (let turn = 0; turn < count * 2; turn++) {
    const [from, to] = [random.int(0, count - 1), random.int(0, count - 1)]
    if (from === to || sizes[from]! <= low || sizes[to]! >= high || sizes[to]! - sizes[from]! > 3) continue
    sizes[from]!--
    sizes[to]!++
  }
  return sizes.map((size) => Math.min(size, high))
}

function section(
  { slug }: TenantDeclaration,
  shape: Shape,
  level: number,
  nth: number,
  size: number,
  year: number
): SectionPlan {
  const { symbol, name } = named(shape.kind, level, nth)
  const [young, old] = shape.bornBefore(level)
  const gradeLevel = ['preschool_group', 'boarding_group', 'circle'].includes(shape.kind) ? 0 : level
  return {
    key: `${slug}/${name}`,
    unit: slug,
    kind: shape.kind,
    gradeLevel,
    symbol,
    name,
    size,
    birthYears: { from: year - old, to: year - young },
    members: null,
  }
}

function named(kind: SectionKind, level: number, nth: number): { symbol: string; name: string } {
  switch (kind) {
    case 'preschool_group': {
      const groups = preschoolGroups[level - 3]!
      const again = Math.floor(nth / groups.length)
      return {
        symbol: `${level}${letters[nth]!}`,
        name: `${groups[nth % groups.length]}${again ? ` ${again + 1}` : ''}`,
      }
    }
    case 'boarding_group':
      return { symbol: String(nth + 1), name: `Grupa ${nth + 1}` }
    case 'circle':
      return { symbol: String(nth + 1), name: `Koło ${nth + 1}` }
    case 'technical': {
      const symbol = trades[nth] ?? `T${nth + 1}`
      return { symbol, name: `${level}${symbol}` }
    }
    case 'vocational':
      return { symbol: `B${letters[nth]}`, name: `${level}B${letters[nth]}` }
    default:
      return { symbol: letters[nth]!, name: `${level}${letters[nth]}` }
  }
}

/** Whole sections instead of thinned ones: the a-classes of some levels first, so that lists look as they do in life. */
function someOf(sections: SectionPlan[], count: number, random: Random): SectionPlan[] {
  const order = new Map(
    random.shuffle([...new Set(sections.map(levelOf))]).map((level, index) => [level, index])
  )
  const nth = new Map<SectionPlan, number>()
  for (const one of sections)
    nth.set(
      one,
      sections.filter((other) => levelOf(other) === levelOf(one) && other.symbol < one.symbol).length
    )
  const kept = new Set(
    [...sections]
      .sort((a, b) => nth.get(a)! - nth.get(b)! || order.get(levelOf(a))! - order.get(levelOf(b))!)
      .slice(0, count)
  )
  return sections.filter((one) => kept.has(one))
}

const levelOf = ({ birthYears, gradeLevel }: SectionPlan) => `${gradeLevel} ${birthYears.to}`
