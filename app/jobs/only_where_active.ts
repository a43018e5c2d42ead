import type { JobDefinition } from './define_job.ts'
import { JobCancelled } from './errors.ts'

/** A plugin's job as the workers run it: a run that waited while the plugin was switched off in its unit ends unrun. */
export const onlyWhereActive = (
  plugin: string,
  job: JobDefinition,
  isActive: (plugin: string, tenantId: number) => boolean
): JobDefinition => ({
  ...job,
  async run(payload, context) {
    if (!isActive(plugin, context.tenantId)) throw new JobCancelled()
    return job.run(payload, context)
  },
})
