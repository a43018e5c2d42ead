import type { Knex } from 'knex'
import { Link, type LinkState } from '#ops/inventory/link'
import { evidenceOf } from '#ops/rollout/evidence'
import { nextStates, refusal, type Refusal } from '#ops/rollout/link_stages'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The link of that id if the scope may see it. */
export async function findLink(knex: Knex, id: unknown): Promise<Link | null> {
  if (typeof id !== 'string' || !UUID.test(id)) return null
  return (await Link.query(knex).where({ id }).first()) ?? null
}

export const linksOf = (knex: Knex, tenantId: number): Promise<Link[]> =>
  Link.query(knex).where({ tenant_id: tenantId }).orderBy('supplier').execute()

export interface NextStep {
  to: LinkState
  /** Why not now; null: it may be taken. */
  refused: Refusal | null
}

/** All that the page of a link on its way into service shows. (`unit` is the shell's own prop.) */
export async function linkRollout(knex: Knex, link: Link) {
  const of = { tenant_id: link.tenant_id, link_id: link.id }
  const table = (name: string) => knex(`ops_console.ops_console_${name}`).where(of)
  const evidence = await evidenceOf(knex, link)
  const school = await knex('core.tenancy_tenants')
    .where({ id: link.tenant_id })
    .first('slug', 'name', 'short_name as shortName')
  const runs = await table('test_runs').orderBy('started_at', 'desc').limit(10)
  return {
    school,
    link: {
      ...{ id: link.id, supplier: link.supplier, state: link.state, resumes: link.resumes },
      ...{ capacityMbps: link.capacity_mbps, baselineRxDbm: link.baseline_rx_dbm },
      plannedOn: await plannedOn(knex, link),
      stageSince: link.stage_since.toISOString(),
      activatedAt: link.activated_at?.toISOString() ?? null,
    },
    next: nextStates(link.state, link.resumes).map((to): NextStep => ({
      to,
      refused: refusal(link.state, to, link.resumes, evidence),
    })),
    evidence,
    steps: await table('link_steps')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .select('id', 'at', 'was', 'became', 'actor_name', 'remarks', 'details'),
    documents: await table('documents')
      .orderBy('uploaded_at', 'desc')
      .select(
        'id',
        'kind',
        'name',
        'media_type',
        'size',
        'sha256',
        'caption',
        'uploaded_by_name',
        'uploaded_at'
      ),
    protocols: await table('protocols')
      .orderBy('version', 'desc')
      .select(
        'id',
        'version',
        'result',
        knex.raw('signed_on::text as signed_on'),
        'for_unit',
        'for_supplier',
        'for_city',
        'checklist',
        'remarks'
      ),
    defects: await table('defects')
      .orderByRaw('resolved_at nulls first, opened_at desc')
      .select(
        'id',
        'description',
        'blocking',
        knex.raw('due_on::text as due_on'),
        'reported_by_name',
        'opened_at',
        'resolved_at',
        'resolution',
        'reopened'
      ),
    runs,
    measures: runs.length
      ? await knex('ops_console.ops_console_test_measures')
          .where({ tenant_id: link.tenant_id })
          .whereIn(
            'run_id',
            runs.map((run) => run.id)
          )
          .orderBy('id')
      : [],
    device: await deviceOf(knex, link.tenant_id),
  }
}

export type LinkRollout = Awaited<ReturnType<typeof linkRollout>>

/** A `date` column comes as a JavaScript instant; people want the day that was written. */
async function plannedOn(knex: Knex, { tenant_id, id }: Link): Promise<string | null> {
  const row = await knex('ops_console.ops_console_links')
    .where({ tenant_id, id })
    .first(knex.raw('planned_on::text as day'))
  return row?.day ?? null
}

async function deviceOf(knex: Knex, tenantId: number) {
  const row = await knex('ops_console.ops_console_devices')
    .where({ tenant_id: tenantId, key: 'edge' })
    .first('id', 'model', 'serial', 'rollout')
  return row ?? null
}
