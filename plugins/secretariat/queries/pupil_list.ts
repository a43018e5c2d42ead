import db from '@adonisjs/lucid/services/db'
import { people } from '@unia/platform/people'
import type { ListQuery } from '@unia/platform/http'
import { inSight, type Sight } from '#secretariat/queries/sight'

export interface PupilListRow {
  id: string
  surname: string
  given_names: string
  second_name: string | null
  birth_date: string
  has_pesel: boolean
  sections: string | null
  roll_number: number | null
  status: string | null
  guardians: string | null
}

export type Asked = Pick<ListQuery, 'q' | 'filters'> & {
  day: string
  sight: Sight
  personId?: string | null
  /** Only these, when named. */
  ids?: string[]
}

export const PUPIL_SORTS: [string, ...string[]] = ['name', 'section', 'rollNumber', 'birthDate']
export const PUPIL_FILTERS = ['section', 'grade', 'status', 'unit', 'pesel']

const SORT_SQL: Record<string, string[]> = {
  name: ['p.surname', 'p.given_names'],
  section: ['placed.grade_level', 'placed.symbol', 'p.surname', 'p.given_names'],
  rollNumber: ['placed.roll_number', 'p.surname', 'p.given_names'],
  birthDate: ['p.birth_date', 'p.surname'],
}
const STATUSES = ['admitted', 'active', 'suspended']
const PESEL = /^\d{11}$/

/** Whose PESEL was typed into the search: the person's id, null for nobody's, undefined when no number was typed. */
export const personAsked = (q: string): Promise<string | null> | undefined =>
  PESEL.test(q) ? people.byPesel(q) : undefined

/** The pupils asked for, for counting and for reading. Without a status those who are enrolled now. */
export const pupilsQuery = (asked: Asked) =>
  conditions(asked).reduce(
    (query, [sql, bindings]) => query.whereRaw(sql, bindings as string[]),
    db.from('secretariat_pupils as p')
  )

type Ordered = Asked & Pick<ListQuery, 'sort' | 'offset'>

/** One page and how many there are in all, in one statement unless the page lies beyond the last. */
export async function pupilPage(asked: Ordered, limit: number) {
  const chosen = ordered(asked).limit(limit).offset(asked.offset)
  const rows: (PupilListRow & { total: string })[] = await described(asked, chosen).select(
    pupilsQuery(asked).count('*').as('total')
  )
  if (rows.length || asked.offset === 0) return { rows, total: Number(rows[0]?.total ?? 0) }
  const [{ total }] = await pupilsQuery(asked).count('* as total')
  return { rows, total: Number(total) }
}

/** All of them, for a file. */
export const pupilRows = async (asked: Ordered) => (await described(asked, ordered(asked))) as PupilListRow[]

/** The pupils in order; where they are placed is only looked up when the order asks for it. */
function ordered(asked: Ordered) {
  const query = pupilsQuery(asked).select('p.*').orderByRaw(orderOf(asked))
  return SORT_SQL[asked.sort.by]!.some((column) => column.startsWith('placed.'))
    ? query.joinRaw(PLACEMENT, [asked.day])
    : query
}

/** What the list says of each, for the chosen ones only. */
const described = (asked: Ordered, chosen: ReturnType<typeof ordered>) =>
  db
    .from(chosen.as('p'))
    .joinRaw(PLACEMENT, [asked.day])
    .joinRaw(STATUS)
    .joinRaw(GUARDIANS, [asked.day])
    .select('p.id', 'p.surname', 'p.given_names', 'p.second_name', 'p.birth_date', 'p.has_pesel')
    .select('placed.sections', 'placed.roll_number', 'enrolled.status', 'guarded.guardians')
    .orderByRaw(orderOf(asked))

function orderOf({ sort }: Ordered): string {
  const columns = SORT_SQL[sort.by]!.map((column) => `${column} ${sort.direction} nulls last`)
  return [...columns, 'p.id'].join(', ')
}

export type Condition = [sql: string, bindings: (string | string[])[]]

const conditions = ({ q, filters, day, personId, sight, ids }: Asked): Condition[] => [
  ...inSight(sight, day),
  ...when(ids, ['p.id = any(?::uuid[])', [ids!]]),
  ...(personId === undefined
    ? named(q)
    : [['p.person_id = ?::uuid', [personId as string]] satisfies Condition]),
  enrolled(filters.status),
  ...when(filters.pesel === 'none', ['not p.has_pesel', []]),
  ...when(filters.unit, [`exists (${ENROLLED} and e.unit_id::text = ?)`, [filters.unit!]]),
  ...when(filters.section, [`exists (${PLACED} and s.id::text = ?)`, [day, filters.section!]]),
  ...when(filters.grade, [`exists (${PLACED} and s.grade_level::text = ?)`, [day, filters.grade!]]),
]

const when = (asked: unknown, condition: Condition): Condition[] => (asked ? [condition] : [])

/** Every word must stand somewhere in the names, Polish marks or not. */
export const named = (q: string): Condition[] =>
  q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [`p.search like '%' || core.fold(?) || '%'`, [word.replaceAll(/[%_\\]/g, '')]])

function enrolled(status: string | undefined): Condition {
  if (status === 'ended') return [`not exists (${ENROLLED} and e.status <> 'ended')`, []]
  if (status && STATUSES.includes(status)) return [`exists (${ENROLLED} and e.status = ?)`, [status]]
  return [`exists (${ENROLLED} and e.status <> 'ended')`, []]
}

const ENROLLED = `select from secretariat_enrolments e where e.tenant_id = p.tenant_id and e.pupil_id = p.id`

const MEMBER = `secretariat_section_memberships m
  join secretariat_sections s on s.tenant_id = m.tenant_id and s.id = m.section_id
  where m.tenant_id = p.tenant_id and m.pupil_id = p.id and ?::date between m.valid_from and coalesce(m.valid_to, 'infinity')`

const PLACED = `select from ${MEMBER}`

const PLACEMENT = `left join lateral (
  select string_agg(s.name, ', ' order by s.grade_level, s.symbol) as sections, min(m.roll_number) as roll_number,
         min(s.grade_level) as grade_level, min(s.symbol) as symbol
  from ${MEMBER}) placed on true`

const STATUS = `left join lateral (
  select e.status from secretariat_enrolments e where e.tenant_id = p.tenant_id and e.pupil_id = p.id
  order by e.valid_from desc, e.book_number desc limit 1) enrolled on true`

const GUARDIANS = `left join lateral (
  select string_agg(g.given_names || ' ' || g.surname, ', ' order by l.contact_order) as guardians
  from guardian_links_on(?::date) l
  join secretariat_guardians g on g.tenant_id = l.tenant_id and g.id = l.guardian_id
  where l.tenant_id = p.tenant_id and l.pupil_id = p.id and l.legal_representative) guarded on true`
