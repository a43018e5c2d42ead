import type { HttpContext } from '@adonisjs/core/http'
import { page } from '@unia/platform/http'
import { notificationPage } from '#ops/queries/notification_page'
import { scopedKnex } from '#ops/queries/scoped'

/** Contacts, webhooks, rules, and what became of the last notices. */
export default class NotificationsController {
  async show(ctx: HttpContext) {
    return page(ctx, 'ops-console/notifications', {
      ...(await notificationPage(scopedKnex())),
      mail: Boolean(process.env.OPS_SMTP_URL),
    })
  }
}
