import { systemClient } from '../../tenancy/tenancy.ts'
import { tellAskedAgain } from '../invitations/tell_unit.ts'

/** Tells the unit, once, that the person wants a new letter. */
export async function askAgain(invitationId: string): Promise<void> {
  const rows = await systemClient()
    .from('core.identity_invitations')
    .where('id', invitationId)
    .whereNull('used_at')
    .whereNull('asked_again_at')
    .update({ asked_again_at: new Date() })
    .returning(['tenant_id', 'person_id'])
  for (const { tenant_id, person_id } of rows) await tellAskedAgain(tenant_id, person_id)
}
