import type { Knex } from 'knex'
import type { MetricValues } from '#ops/health/metrics'

/** Which metric stands where in the values of a sample. */
export interface Layout {
  id: number
  names: readonly string[]
}

/** The layout of a poll without an answer. */
export const NOTHING: Layout = { id: 0, names: [] }

/**
 * The layouts a writer uses. An entity keeps its layout as long as it has a place for every metric; a new metric widens
 * it, so that values which come and go do not make a layout each.
 */
export class Layouts {
  #known = new Map<string, Layout>()
  #used = new Map<string, Layout>()

  /** Layouts for these samples, in their order; missing ones are added to the table. */
  async of(
    knex: Knex,
    samples: readonly { deviceId: string; values: MetricValues | null }[]
  ): Promise<Layout[]> {
    const wanted = samples.map(({ deviceId, values }) => (values ? this.#fitting(deviceId, values) : NOTHING))
    const missing = new Map<string, string[]>()
    for (const one of wanted) if (Array.isArray(one)) missing.set(one.join(), one)
    if (missing.size) await this.#learn(knex, [...missing.values()])
    return wanted.map((one, at) =>
      Array.isArray(one) ? this.#use(samples[at].deviceId, one) : (one as Layout)
    )
  }

  /** The layout in use if it has all places, else the names a layout is needed for. */
  #fitting(deviceId: string, values: MetricValues): Layout | string[] {
    const used = this.#used.get(deviceId)
    const names = Object.keys(values)
    if (used && isWithin(names, used.names)) return used
    return [...new Set([...(used?.names ?? []), ...names])].sort()
  }

  #use(deviceId: string, names: string[]) {
    const layout = this.#known.get(names.join())!
    this.#used.set(deviceId, layout)
    return layout
  }

  async #learn(knex: Knex, wanted: string[][]) {
    const unknown = wanted.filter((names) => !this.#known.has(names.join()))
    for (const names of unknown) {
      const { rows } = await knex.raw(
        `with added as (insert into ops_console.ops_console_layouts (names) values (:names) on conflict do nothing returning id)
         select id from added union all ${FIND}`,
        { names }
      )
      // Another writer added it in between: seen by the next statement.
      const id = rows[0]?.id ?? (await knex.raw(FIND, { names })).rows[0].id
      this.#known.set(names.join(), { id, names })
    }
  }
}

const FIND = `select id from ops_console.ops_console_layouts
  where ops_console.ops_console_layout_digest(names) = ops_console.ops_console_layout_digest(:names::text[])`

/** Names mostly come in the layout's own order, or are few. */
function isWithin(names: readonly string[], places: readonly string[]) {
  if (names.length > places.length) return false
  const all = placesOf(places)
  return names.every((name) => all.has(name))
}

const sets = new WeakMap<readonly string[], Set<string>>()

function placesOf(names: readonly string[]) {
  let set = sets.get(names)
  if (!set) sets.set(names, (set = new Set(names)))
  return set
}
