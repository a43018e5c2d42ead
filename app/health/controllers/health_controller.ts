import type { HttpContext } from '@adonisjs/core/http'
import { overall, runChecks } from '../checks.ts'

/** For supervisors and monitoring: is the process alive, can it serve. */
export default class HealthController {
  live({ response }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    return response.ok({ status: 'ok' })
  }

  async ready({ response }: HttpContext) {
    const checks = await runChecks()
    const status = overall(checks)
    response.header('Cache-Control', 'no-store')
    return response.status(status === 'fail' ? 503 : 200).json({ status, checks })
  }
}
