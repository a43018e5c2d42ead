import type { HttpContext } from '@adonisjs/core/http'
import { logReading, NotFound, recordId } from '@unia/platform/http'
import { people } from '@unia/platform/people'
import Pupil from '#secretariat/models/pupil'
import { requireSight } from '#secretariat/queries/sight'

/** Reading a PESEL is an act of its own, and the trail keeps it. */
export default class PeselReadingsController {
  async store(ctx: HttpContext) {
    const id = recordId(ctx)
    await requireSight(ctx, id)
    const pupil = await Pupil.find(id)
    const pesel = pupil?.hasPesel ? await people.peselOf(pupil.personId) : null
    if (!pupil || !pesel) throw new NotFound()
    const details = { field: 'pesel' }
    await logReading(ctx, { action: 'read', object: 'secretariat_pupils', objectId: pupil.id, details })
    ctx.response.header('Cache-Control', 'no-store')
    return { pesel }
  }
}
