import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { aUnit, cleanUp, owner, personWith, Visitor } from '../../../app/testing/index.ts'
import type { Tenant } from '../../../app/tenancy/tenants.ts'

/** A web process as `npm start` runs it, on the database of this worker, with a plugin that hears of sections. */
async function startWeb(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', '@poppinss/ts-exec', 'bin/server.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      UNIA_PLUGINS: './tests/fixtures/plugins/section-watch',
    },
    stdio: 'ignore',
  })
  for (let left = 120; left > 0; left--) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
    if (ready?.ok) return child
    if (child.exitCode !== null) break
    await wait(250)
  }
  child.kill('SIGKILL')
  throw new Error('the web process did not come up')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

const count = async (sql: string, unit: Tenant): Promise<number> => {
  const { rows } = await owner().rawQuery(`select count(*)::int as n from ${sql}`, [unit.id])
  return rows[0].n
}

test.group('kill -9 of the web process', (group) => {
  group.teardown(cleanUp)

  test('loses no section whose saving was confirmed, and each is heard of exactly once', async ({
    assert,
    cleanup,
  }) => {
    const unit = await aUnit({ plugins: ['secretariat', 'section-watch'] })
    const secretary = await personWith(['secretary'], unit)
    const { id: unitId } = await owner().from('core.tenancy_units').where('tenant_id', unit.id).firstOrFail()
    const port = await freePort()
    const base = `http://127.0.0.1:${port}`
    let web = await startWeb(port)
    cleanup(() => end(web, 'SIGKILL'))

    const confirmed: string[] = []
    let stopped = false
    const write = async (writer: number) => {
      const browser = new Visitor(secretary.token, base)
      for (let n = 0; !stopped; n++) {
        const symbol = `${writer}${n.toString(36)}`
        const body = { unitId, schoolYear: 2026, gradeLevel: 1, symbol, kind: 'general' }
        const answer = await browser.post(`/${unit.slug}/secretariat/sections`, body).catch(() => null)
        if (answer && [302, 303].includes(answer.status)) confirmed.push(symbol)
      }
    }
    const writers = ['a', 'b', 'c', 'd'].map((_, index) => write(index + 1))
    while (confirmed.length < 25) await wait(50)
    await end(web, 'SIGKILL')
    stopped = true
    await Promise.all(writers)

    web = await startWeb(port)
    for (let left = 80; left > 0; left--) {
      const waiting = await count(`core.bus_outbox where tenant_id = ? and published_at is null`, unit)
      const open = await count(`core.bus_delivery where tenant_id = ? and state <> 'done'`, unit)
      if (waiting === 0 && open === 0) break
      await wait(250)
    }
    await end(web, 'SIGTERM')

    const saved = await owner()
      .from('secretariat.secretariat_sections')
      .where('tenant_id', unit.id)
      .select('symbol')
    const symbols = saved.map((row) => row.symbol as string)
    assert.includeMembers(symbols, confirmed)
    assert.equal(await count(`core.bus_outbox where tenant_id = ?`, unit), symbols.length)
    assert.equal(
      await count(
        `core.bus_inbox where tenant_id = ? and consumer = 'section-watch.heard' and status = 'done'`,
        unit
      ),
      symbols.length
    )
  }).timeout(120_000)
})
