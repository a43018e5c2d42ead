import { systemClient } from '../../tenancy/tenancy.ts'
import { tenants } from '../../tenancy/tenants.ts'
import { notify } from '../notify.ts'

/** Who hears of trouble with invitations of a unit. */
const DESK = ['secretary', 'unit_admin', 'director']

/** Five wrong tries: somebody cannot read the letter, or guesses. */
export const tellPaused = (tenantId: number, personId: string) =>
  tell('core.invitations.paused', tenantId, personId)

/** Somebody with an expired letter asks for a new one. */
export const tellAskedAgain = (tenantId: number, personId: string) =>
  tell('core.invitations.asked_again', tenantId, personId)

async function tell(key: string, tenantId: number, personId: string): Promise<void> {
  const [person, desk] = await Promise.all([
    systemClient().from('identity_people').where('id', personId).select('given_names', 'surname').first(),
    systemClient()
      .from('identity_memberships as m')
      .join('identity_accounts as a', 'a.person_id', 'm.person_id')
      .where('m.tenant_id', tenantId)
      .whereIn('m.role', DESK)
      .where('a.state', 'active')
      .whereRaw(
        `(now() at time zone 'Europe/Warsaw')::date between m.valid_from and coalesce(m.valid_to, 'infinity')`
      )
      .select('a.id'),
  ])
  const name = person ? `${person.given_names} ${person.surname}` : ''
  await notify(
    desk.map((row) => row.id as string),
    {
      key,
      values: { name },
      href: `/${tenants.byId(tenantId)?.slug}/users/people?q=${encodeURIComponent(name)}`,
    }
  )
}
