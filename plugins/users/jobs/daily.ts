import { defineJob } from '@unia/platform/jobs'
import { reconcileUnit } from '#users/models/reconciling'

/** Every night: what an event missed is mended, accounts without a role are closed. */
export default defineJob({
  id: 'users.daily',
  schedule: { cron: '5 0 * * *', titleKey: 'users.job.daily', payload: {} },
  run: (_payload: object, job) => job.tenant(() => reconcileUnit()),
})
