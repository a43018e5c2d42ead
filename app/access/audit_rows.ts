import type { I18n } from '@adonisjs/i18n'
import { accountNames } from '../identity/account_names.ts'
import { tenants } from '../tenancy/tenants.ts'
import { differences } from './audit_diff.ts'
import type { AuditEvent } from './audit_search.ts'

/** Events as people read them: who, as whom, what, on what, and what changed. */
export async function auditRows(events: AuditEvent[], i18n: I18n) {
  const names = await accountNames(events.map((event) => event.actor_id))
  return events.map((event) => ({
    id: event.id,
    at: event.at.toISOString(),
    unit: (event.tenant_id && tenants.byId(event.tenant_id)?.shortName) || null,
    actor: event.actor_id ? (names.get(event.actor_id) ?? event.actor_id) : null,
    role: event.actor_role ? i18n.t(`core.role.${event.actor_role}`, {}, event.actor_role) : null,
    address: event.address,
    action: event.action,
    actionName: actionName(event.action, i18n),
    object: event.object,
    objectName: objectName(event.object, i18n),
    objectId: event.object_id,
    changes: differences(event.before, event.after),
  }))
}

export type AuditRow = Awaited<ReturnType<typeof auditRows>>[number]

export const actionName = (action: string, i18n: I18n) => i18n.t(`core.audit.action.${action}`, {}, action)
/** Tables of the core are named; those of plugins by `<plugin>.object.<table>` when the plugin says so. */
export const objectName = (object: string, i18n: I18n) =>
  i18n.t(`core.audit.object.${object}`, {}, i18n.t(`${object.split('_')[0]}.object.${object}`, {}, object))
