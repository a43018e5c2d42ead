import logger from '@adonisjs/core/services/logger'
import { systemClient } from '../tenancy/tenancy.ts'

const DAY_MS = 24 * 3_600_000
const MONTHS_AHEAD = 2

/** Makes the trail's next monthly partitions now and every day. Returns how to stop. */
export function keepAuditPartitions(everyMs = DAY_MS): () => void {
  const ensure = () =>
    systemClient()
      .rawQuery('select core.access_ensure_audit_partitions(?)', [MONTHS_AHEAD])
      .catch((error: unknown) => logger.error({ err: error }, 'audit partitions could not be made'))
  void ensure()
  const timer = setInterval(() => void ensure(), everyMs).unref()
  return () => clearInterval(timer)
}
