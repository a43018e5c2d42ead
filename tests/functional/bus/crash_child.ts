// A process of its own, to be killed: `relay` waits for ever before confirming, `publisher` writes until it dies.
import pg from 'pg'
import { pgQueries, type RunInTenant } from '../../../app/bus/queries.ts'
import { publish } from '../../../app/bus/publish.ts'
import { startRelay } from '../../../app/bus/relay.ts'
import { on } from '../../../app/bus/subscription.ts'
import { transaction } from '../../../app/bus/transaction.ts'
import { feeAssessed } from './fees.ts'

const [role, tenant, consumer, table] = process.argv.slice(2) as [string, string, string, string]
const app = new pg.Pool({ connectionString: process.env.DATABASE_APP_URL })
const inTenant: RunInTenant = (tenantId, work) =>
  transaction(app, async (client) => {
    await client.query(`select set_config('app.tenant_id', $1, true)`, [String(tenantId)])
    return work(pgQueries(client))
  })
const say = (line: string) => new Promise<void>((done) => process.stdout.write(`${line}\n`, () => done()))

if (role === 'publisher') {
  for (let n = 0; ; n++) {
    const data = { assessmentId: `a${n}`, amount: '1.00' }
    const id = await inTenant(Number(tenant), (tx) =>
      publish(feeAssessed, { subject: `diner/${n % 3}`, data }, tx)
    )
    // Acknowledged only now: the transaction is committed.
    await say(id)
  }
} else {
  await startRelay({
    pool: new pg.Pool({ connectionString: process.env.DATABASE_SYSTEM_URL }),
    runInTenant: inTenant,
    isActive: () => true,
    tenants: [Number(tenant)],
    pollMs: 20,
    subscriptions: [
      on(feeAssessed, {
        consumer,
        mode: 'afterCommit',
        handler: (fee, envelope, tx) =>
          tx.query(`insert into ${table} values (core.current_tenant(), ?, ?)`, [envelope.id, fee.amount]),
      }) as never,
    ],
    beforeAck: async () => {
      await say('committed')
      await new Promise(() => {})
    },
  })
}
