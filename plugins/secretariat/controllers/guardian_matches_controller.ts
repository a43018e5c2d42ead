import type { HttpContext } from '@adonisjs/core/http'
import { recordId } from '@unia/platform/http'
import { guardianMatches } from '#secretariat/queries/guardian_matches'
import { requireSight } from '#secretariat/queries/sight'
import { matchValidator } from '#secretariat/validators/guardian'

/** Who the guardian being typed might already be. */
export default class GuardianMatchesController {
  async store(ctx: HttpContext) {
    await requireSight(ctx, recordId(ctx, 'pupil'))
    return { matches: await guardianMatches(await ctx.request.validateUsing(matchValidator)) }
  }
}
