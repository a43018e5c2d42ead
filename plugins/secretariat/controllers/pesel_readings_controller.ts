import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'
import { people } from '@unia/platform/people'
import Pupil from '#secretariat/models/pupil'
import { recordId } from '#secretariat/controllers/record_id'

/** Reading a PESEL is an act of its own, and the trail keeps it. */
export default class PeselReadingsController {
  async store(ctx: HttpContext) {
    const pupil = await Pupil.find(recordId(ctx))
    const pesel = pupil?.hasPesel ? await people.peselOf(pupil.personId) : null
    if (!pupil || !pesel) throw new NotFound()
    await db.rawQuery(`select core.access_log('read', 'secretariat_pupils', ?, '{"field": "pesel"}')`, [
      pupil.id,
    ])
    ctx.response.header('Cache-Control', 'no-store')
    return { pesel }
  }
}
