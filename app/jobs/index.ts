export { defineJob, type JobContext, type JobDefinition } from './define_job.ts'
export { cancelRun, dispatch, type JobTitle } from './dispatch.ts'
export { JobCancelled } from './errors.ts'
