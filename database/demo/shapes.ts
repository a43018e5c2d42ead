import type { TenantDeclaration } from '../../app/tenancy/files/define_tenant.ts'
import type { UnitKind } from '../../app/tenancy/files/kinds.ts'
import type { SectionKind } from './plan.ts'

/** How sections of one kind of unit look. */
export interface Shape {
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

/** The shape for a unit; undefined where nobody is enrolled. */
export function shapeOf({ kind, slug, name }: TenantDeclaration): Shape | undefined {
  if (slug === 'ssm') return undefined
  if (name.includes('Muzyczna')) return shapes.music
  if (kind === 'special' && name.includes('Przedszkole')) return shapes.special_preschool
  if (kind === 'continuing_education' && name.includes('Zawodowego')) return shapes.vocational
  return shapes[kind]
}
