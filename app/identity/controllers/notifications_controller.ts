import type { HttpContext } from '@adonisjs/core/http'
import { markRead, notificationsOf } from '../notifications.ts'

export default class NotificationsController {
  async index({ identity, i18n, response }: HttpContext) {
    const items = await notificationsOf(identity!.accountId)
    return response.json({
      items: items.map(({ key, values, ...item }) => ({
        ...item,
        title: i18n.t(key, values),
        text: i18n.hasMessage(`${key}.text`) ? i18n.t(`${key}.text`, values) : null,
      })),
    })
  }

  async read({ identity, request, response }: HttpContext) {
    await markRead(identity!.accountId)
    return request.header('x-inertia') ? response.redirect().back() : response.noContent()
  }
}
