import type { TenantDeclaration } from '../../app/tenancy/files/define_tenant.ts'
import type { UnitKind } from '../../app/tenancy/files/kinds.ts'
import type { SectionPlan } from './plan.ts'
import { Random } from './random.ts'
import { sectionName } from './section_names.ts'
import { shapeOf, type Shape } from './shapes.ts'

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
  const { symbol, name } = sectionName(shape.kind, level, nth)
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
