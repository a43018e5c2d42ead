import { openDatabase } from '#ops/database'
import { Link, type LinkState } from '#ops/inventory/link'
import { chance } from '#ops/simulator/random'
import { LinkStep } from './link_step.ts'
import { STAGES } from '#ops/domain/link_states'
import { Defect } from './defect.ts'

const DAY_MS = 86_400_000
const PILOT = 34
const CREW = 'Wydział Informatyki (dane przykładowe)'

/** Links still on their way, for units that have none: the demo shows what the people of the roll-out do. */
const ON_THE_WAY: LinkState[] = [
  'planned',
  'route_agreed',
  'cabinet_installed',
  'documented',
  'rework',
  'planned',
]

/**
 * An invented past of the city's links: the pilot of winter 2019/2020, the rest by May 2020, some late; and a few links
 * that are being built now. Links that have a history are left alone.
 */
export async function loadRolloutDemo(now = new Date()): Promise<number> {
  const knex = openDatabase(undefined, 1)
  try {
    return await knex.transaction(async (trx) => {
      const links = await Link.query(trx).orderBy('tenant_id')
      const told = new Set((await LinkStep.query(trx).distinct('link_id')).map((step) => step.link_id))
      let done = 0
      for (const [position, link] of links.entries()) {
        if (told.has(link.id) || link.state !== 'active') continue
        const planned = new Date(
          position < PILOT
            ? Date.UTC(2019, 10, 4) + position * 3 * DAY_MS
            : Date.UTC(2020, 1, 17) + (position - PILOT) * 1.5 * DAY_MS
        )
        const late =
          chance(link.id, 'late') < 0.25 ? 5 + chance(link.id, 'days') * 30 : chance(link.id, 'days') * -6
        await tell(trx, link, planned, new Date(planned.getTime() + late * DAY_MS))
        done++
      }
      return done + (links.length && !told.size ? await begin(trx, now) : 0)
    })
  } finally {
    await knex.destroy()
  }
}

type Trx = Parameters<Parameters<ReturnType<typeof openDatabase>['transaction']>[0]>[0]

async function tell(trx: Trx, link: Link, planned: Date, active: Date) {
  const way = STAGES.slice(1)
  const steps = way.map((became, i) => ({
    ...{
      tenant_id: link.tenant_id,
      link_id: link.id,
      was: STAGES[i]!,
      became,
      actor_name: CREW,
      details: {},
    },
    at: new Date(active.getTime() - (way.length - 1 - i) * 6 * DAY_MS),
  }))
  await LinkStep.query(trx).insert(steps)
  await Link.query(trx)
    .where({ tenant_id: link.tenant_id, id: link.id })
    .patch({ planned_on: planned.toISOString().slice(0, 10), activated_at: active, stage_since: active })
}

async function begin(trx: Trx, now: Date): Promise<number> {
  const free: { id: number }[] = await trx('core.tenancy_tenants as t')
    .whereNotExists(
      trx('ops_console.ops_console_links as l').whereRaw('l.tenant_id = t.id').select(trx.raw('1'))
    )
    .whereRaw(`'preschool' = any(t.kinds)`)
    .orderBy('t.slug')
    .limit(ON_THE_WAY.length)
    .select('t.id')
  for (const [i, { id }] of free.entries()) {
    const state = ON_THE_WAY[i]!
    const planned = new Date(now.getTime() + (i * 21 - 25) * DAY_MS).toISOString().slice(0, 10)
    const link = await Link.query(trx)
      .insert({
        ...{ tenant_id: id, supplier: 'NETTE', state, capacity_mbps: 1000, planned_on: planned },
        resumes: state === 'rework' ? 'documented' : null,
        stage_since: new Date(now.getTime() - (i + 2) * 4 * DAY_MS),
      })
      .returning('*')
    const reached = state === 'rework' ? STAGES.indexOf('documented') : STAGES.indexOf(state as 'planned')
    const steps = STAGES.slice(1, reached + 1).map((became, n) => ({
      ...{ tenant_id: id, link_id: link.id, was: STAGES[n]!, became, actor_name: CREW, details: {} },
      at: new Date(now.getTime() - (reached - n) * 9 * DAY_MS),
    }))
    if (steps.length) await LinkStep.query(trx).insert(steps)
    if (state === 'rework') {
      await Defect.query(trx).insert({
        ...{ tenant_id: id, link_id: link.id, blocking: true, reported_by_name: CREW },
        description: 'Przejście kabla przez ścianę przy serwerowni bez uszczelnienia ogniowego',
      })
    }
  }
  return free.length
}
