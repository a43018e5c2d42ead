import { defineJob } from '@unia/platform/jobs'
import { deliverPupil, deliverRefusal, deliverRequest } from '#secretariat/models/delivering'

const STEPS = { request: deliverRequest, pupil: deliverPupil, refusal: deliverRefusal }

/** Carries one step of a transfer to the other unit: a scope at a time, because no transaction spans two units. */
export default defineJob({
  id: 'secretariat.transfer_step',
  retries: 5,
  async run({ transferId, step }: { transferId: string; step: keyof typeof STEPS }, job) {
    await STEPS[step](job.tenantId, transferId)
    return { step }
  },
})
