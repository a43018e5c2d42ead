import { onlyWhereActive } from '../jobs/only_where_active.ts'
import { startJobs, type Jobs } from '../jobs/start_jobs.ts'
import type { JobsOptions } from '../jobs/worker_options.ts'
import { live } from '../live/hub.ts'
import { registry } from '../plugins/registry.ts'
import { runInTenant } from '../tenancy/scope_queries.ts'
import { tenants } from '../tenancy/tenants.ts'
import { tellStarter } from './tell_starter.ts'

type Options = Pick<JobsOptions, 'systemUrl' | 'pool' | 'log' | 'pollMs' | 'sweepMs'>

const isActive = (plugin: string, tenantId: number) => registry.isActive(plugin, tenantId)

/** Workers for the jobs of all plugins; who watches a run hears of it, and who asked for it gets a notification. */
export async function startWorkers(options: Options): Promise<Jobs> {
  return startJobs({
    ...options,
    runInTenant,
    jobs: await definitions(),
    notify: (tenantId, runId) => live.publish(`unit:${tenants.byId(tenantId)?.slug}`, { job: runId }),
    ended: tellStarter,
    tenantsOf: async (plugin) => tenants.all().flatMap(({ id }) => (isActive(plugin, id) ? [id] : [])),
  })
}

function definitions() {
  const lazy = registry.all().flatMap(({ id, jobs = [] }) => jobs.map((load) => ({ id, load })))
  return Promise.all(lazy.map(async ({ id, load }) => onlyWhereActive(id, (await load()).default, isActive)))
}
