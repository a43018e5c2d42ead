import i18nManager from '@adonisjs/i18n/services/main'
import { notify } from '../identity/notify.ts'
import type { EndedRun } from '../jobs/worker_options.ts'
import { tenants } from '../tenancy/tenants.ts'
import { systemClient } from '../tenancy/tenancy.ts'

/** Says to the person who asked for a run that it is done or failed; who stopped it knows. */
export async function tellStarter(run: EndedRun): Promise<void> {
  const unit = tenants.byId(run.tenantId)
  if (!run.startedBy || run.state === 'cancelled' || !unit) return
  const account = await systemClient()
    .from('identity_accounts')
    .select('locale')
    .where('id', run.startedBy)
    .first()
  if (!account) return
  // The title is kept as read today: a notification has one message of its own.
  const title = i18nManager.locale(account.locale).t(run.titleKey, run.titleValues, run.titleKey)
  await notify([run.startedBy], {
    key: `core.jobs.notice.${run.state}`,
    values: { title },
    href: `/${unit.slug}/jobs/${run.runId}`,
  })
}
