import type { HttpContext } from '@adonisjs/core/http'

/** Who acts in a scope, as what, from where: for policies and for the trail. */
export const actorOf = ({ identity, request }: HttpContext, role: string) => ({
  accountId: identity!.accountId,
  role,
  address: request.ip(),
  requestId: request.id() ?? null,
})
