import db from '@adonisjs/lucid/services/db'
import { warsawDay } from '@unia/platform/values'
import { touch } from '#secretariat/models/correcting'
import GuardianLink from '#secretariat/models/guardian_link'

/** The highest place in the order of contact of a pupil's guardians; 0 when there is none. */
export async function lastInOrder(pupilId: string): Promise<number> {
  const { last } = await db
    .from('secretariat_guardian_links')
    .where('pupil_id', pupilId)
    .max('contact_order as last')
    .firstOrFail()
  return Number(last ?? 0)
}

/** Lets a guardian be called before or after the neighbour; at an end nothing happens. */
export async function reorder(link: GuardianLink, direction: 'up' | 'down'): Promise<void> {
  const links = await GuardianLink.query()
    .where('pupilId', link.pupilId)
    .whereRaw(`coalesce(valid_to, 'infinity') >= ?::date`, [warsawDay()])
    .orderBy('contactOrder')
    .orderBy('id')
    .forUpdate()
  const at = links.findIndex(({ id }) => id === link.id)
  const to = at + (direction === 'up' ? -1 : 1)
  if (to < 0 || to >= links.length) return
  links.splice(to, 0, ...links.splice(at, 1))
  for (const [index, each] of links.entries()) await each.merge({ contactOrder: index + 1 }).save()
  await touch(link.pupilId, ['guardians'])
}
