import type { HttpContext } from '@adonisjs/core/http'
import { markRead, notificationsOf } from '../notifications.ts'

export default class NotificationsController {
  async index({ identity, i18n, response }: HttpContext) {
    const items = await notificationsOf(identity!.accountId)
    return response.json({
      items: items.map(({ key, values, ...item }) => ({ ...item, text: i18n.t(key, values) })),
    })
  }

  async read({ identity, request, response }: HttpContext) {
    await markRead(identity!.accountId)
    return request.header('x-inertia') ? response.redirect().back() : response.noContent()
  }
}
