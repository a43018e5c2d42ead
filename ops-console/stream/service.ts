import { registerMetrics } from '@unia/platform/health'
import type { PluginService } from '@unia/platform/plugins'
import { openDatabase } from '#ops/database'
import { exposition } from '#ops/history/exposition'
import { observe } from '#ops/history/telemetry'
import { CITY_VIEWERS, UNIT_VIEWERS } from '#ops/viewers'
import { listenForStates } from './listen.ts'
import { attachOpsNamespace } from './namespace.ts'
import type { OpsViewer } from './rooms.ts'

type Context = Pick<Parameters<PluginService['start']>[0], 'identityOf' | 'isActiveIn'>

let stopAll: () => Promise<void> = async () => {}

/** The stream beside the web server: its own pool, the namespace, and a listener that says when to look. */
const service: PluginService = {
  async start({ io, ...context }) {
    const knex = openDatabase()
    const ops = attachOpsNamespace(io, {
      knex,
      authenticate: ({ headers }) => viewerOf(context, headers.cookie),
      onError: (error) => process.emitWarning(error instanceof Error ? error : String(error), 'OpsStream'),
    })
    const listener = listenForStates(process.env.DATABASE_OPS_URL!, {
      states: () => void ops.hint(),
      sessions: (accountId) => void ops.revoke(accountId),
    })
    observe('stream_clients', 'Browsers on the stream', () => io.of('/ops').sockets.size)
    const hideMetrics = registerMetrics('ops-console', ({ values }) =>
      exposition(knex, { values: values === '1' })
    )
    stopAll = async () => {
      hideMetrics()
      await listener.close()
      await ops.close()
      await knex.destroy()
    }
  },

  async stop() {
    await stopAll()
    stopAll = async () => {}
  },
}

export default service

/** Asked again every half minute, which keeps the session of a city wall that nobody touches from idling out. */
async function viewerOf({ identityOf, isActiveIn }: Context, cookie?: string): Promise<OpsViewer | null> {
  const identity = await identityOf(cookie)
  if (!identity) return null
  const canCity = identity.cityRoles().some((role) => (CITY_VIEWERS as string[]).includes(role))
  if (canCity) await identityOf(cookie, { keepAwake: true })
  const held = identity.memberships.filter(({ role }) => (UNIT_VIEWERS as string[]).includes(role))
  return {
    accountId: identity.accountId,
    canCity,
    tenantIds: held.map(({ tenantId }) => tenantId).filter(isActiveIn),
  }
}
