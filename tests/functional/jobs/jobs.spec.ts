import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { defineJob, type JobDefinition } from '../../../app/jobs/define_job.ts'
import { cancelRun, dispatch } from '../../../app/jobs/dispatch.ts'
import { JobCancelled } from '../../../app/jobs/errors.ts'
import { queueEverywhere } from '../../../app/jobs/schedules.ts'
import { startJobs, type Jobs } from '../../../app/jobs/start_jobs.ts'
import { jobsContext } from '../../../app/jobs/worker_options.ts'
import { openCity, until, type City } from '../bus/city.ts'

interface Row {
  state: string
  attempt: number
  progress: number
  total: number | null
  result: unknown
  error: string | null
}

test.group('Long work of a school', (group) => {
  let city: City
  let workers: Jobs | null
  let told: string[]

  group.each.timeout(30_000)
  group.each.setup(async () => {
    city = await openCity()
    workers = null
    told = []
    return async () => {
      await workers?.stop(1000)
      await city.close()
    }
  })

  async function work(...jobs: JobDefinition[]) {
    workers = await startJobs({
      systemUrl: process.env.DATABASE_SYSTEM_URL!,
      pool: city.system,
      jobs,
      runInTenant: city.inTenant,
      notify: (tenantId, runId) => void told.push(`${tenantId}:${runId}`),
      pollMs: 50,
      sweepMs: 200,
    })
  }

  const named = (name: string) => `${city.plugin}.${name}`
  const ask = (job: JobDefinition, payload: unknown = {}, unique?: string) =>
    city.inTenant(city.school.id, (tx) =>
      dispatch(job, payload, { title: { key: 'core.jobs.test' }, ...(unique && { unique }) }, tx)
    )
  const run = (id: string) => city.one<Row>('select * from core.jobs_runs where id = $1', [id])
  const ends = (id: string, state: string) =>
    until(async () => (await run(id)).state === state, `state ${state}`, 15_000)

  test('an export runs in its school, shows how far it is and keeps its result', async ({ assert }) => {
    const job = defineJob({
      id: named('export'),
      async run({ year }: { year: number }, job) {
        const [row] = await job.tenant((tx) => tx.query<{ id: number }>('select core.current_tenant() as id'))
        for (let n = 1; n <= 100; n++) job.progress(n, 100)
        return { year, tenant: row!.id }
      },
    })
    await work(job as JobDefinition)
    const id = await ask(job as JobDefinition, { year: 2026 })
    await ends(id, 'done')
    assert.deepInclude(await run(id), {
      attempt: 1,
      progress: 100,
      total: 100,
      result: { year: 2026, tenant: city.school.id },
    })
    assert.include(told, `${city.school.id}:${id}`)
    // Start, one write of progress, end: a hundred reports are not a hundred messages.
    assert.isBelow(told.length, 6)
  })

  test('files of an attempt that failed give way to those of the next; what is over goes', async ({
    assert,
  }) => {
    let calls = 0
    const job = defineJob({
      id: named('files'),
      retries: 1,
      retryDelaySeconds: 0,
      async run(_, job) {
        await job.file('lista.txt', 'text/plain', Buffer.from(`attempt ${++calls}`))
        if (calls === 1) throw new Error('once')
      },
    }) as JobDefinition
    await work(job)
    const id = await ask(job)
    await ends(id, 'done')
    const files = async (tenantId: number) =>
      city.inTenant(tenantId, (tx) =>
        tx.query(
          `select name, size, convert_from(body, 'UTF8') as text from core.jobs_files where run_id = ?`,
          [id]
        )
      )
    assert.deepEqual(await files(city.school.id), [{ name: 'lista.txt', size: 9, text: 'attempt 2' }])
    assert.deepEqual(await files(city.other.id), [])
    await assert.rejects(() => city.system.query('select body from core.jobs_files'), /permission denied/)
    await city.owner.query('update core.jobs_files set expires_at = now() where run_id = $1', [id])
    await until(async () => (await files(city.school.id)).length === 0, 'swept')
  })

  test('work of a change that was rolled back never starts', async ({ assert }) => {
    const job = defineJob({ id: named('never'), run: async () => {} }) as JobDefinition
    const asked = city.inTenant(city.school.id, async (tx) => {
      await dispatch(job, {}, { title: { key: 'k' } }, tx)
      throw new Error('no')
    })
    await assert.rejects(() => asked, 'no')
    assert.equal(
      (
        await city.one<{ n: number }>('select count(*)::integer n from core.jobs_runs where tenant_id = $1', [
          city.school.id,
        ])
      ).n,
      0
    )
  })

  test('the same export asked for twice runs once', async ({ assert }) => {
    const job = defineJob({ id: named('twice'), run: async () => {} }) as JobDefinition
    assert.equal(await ask(job, {}, '2026'), await ask(job, {}, '2026'))
    assert.notEqual(await ask(job, {}, '2027'), await ask(job, {}, '2026'))
  })

  test('a run that somebody stops ends as cancelled', async ({ assert }) => {
    const job = defineJob({
      id: named('slow'),
      async run(_, job) {
        for (;;) {
          if (job.cancelled()) throw new JobCancelled()
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      },
    }) as JobDefinition
    await work(job)
    const id = await ask(job)
    await ends(id, 'running')
    assert.isFalse(await city.inTenant(city.other.id, (tx) => cancelRun(id, tx)))
    assert.isTrue(await city.inTenant(city.school.id, (tx) => cancelRun(id, tx)))
    await ends(id, 'cancelled')
  })

  test('a run that fails is tried again, and at last says why', async ({ assert }) => {
    let calls = 0
    const flaky = defineJob({
      id: named('flaky'),
      retries: 1,
      retryDelaySeconds: 0,
      run: async () => {
        if (++calls === 1) throw new Error('once')
      },
    }) as JobDefinition
    const broken = defineJob({
      id: named('broken'),
      retries: 1,
      retryDelaySeconds: 0,
      run: () => Promise.reject(new Error('no pupil 44051401359')),
    }) as JobDefinition
    await work(flaky, broken)
    const [good, bad] = [await ask(flaky), await ask(broken)]
    await ends(good, 'done')
    await ends(bad, 'failed')
    assert.deepInclude(await run(good), { attempt: 2, error: null })
    assert.deepInclude(await run(bad), { attempt: 2, error: 'no pupil ***' })
  })

  for (const [retries, ending] of [
    [1, 'done'],
    [0, 'failed'],
  ] as const)
    test(`a run whose process was killed ends as ${ending} with ${retries} retries`, async ({ assert }) => {
      const script = fileURLToPath(new URL('./jobs_child.ts', import.meta.url))
      const job = defineJob({
        id: named('killed'),
        retries,
        retryDelaySeconds: 0,
        run: async () => 'second try',
      }) as JobDefinition
      const child = spawn(
        process.execPath,
        ['--import', '@poppinss/ts-exec', script, job.id, String(retries)],
        { stdio: ['ignore', 'pipe', 'inherit'] }
      )
      const exit = once(child, 'exit')
      const id = await ask(job)
      await once(child.stdout, 'data')
      child.kill('SIGKILL')
      await exit
      assert.equal((await run(id)).state, 'running')
      await work(job)
      await ends(id, ending)
      if (ending === 'failed') assert.match((await run(id)).error!, /E_JOB_STALLED/)
      else assert.equal((await run(id)).attempt, 2)
    })

  test('another school sees nothing of it, and nobody but the worker changes a result', async ({
    assert,
  }) => {
    const id = await ask(defineJob({ id: named('secret'), run: async () => {} }) as JobDefinition)
    const seen = (tenantId: number) =>
      city.inTenant(tenantId, (tx) => tx.query('select from core.jobs_runs where id = ?', [id]))
    assert.lengthOf(await seen(city.school.id), 1)
    assert.lengthOf(await seen(city.other.id), 0)
    await assert.rejects(
      () => city.inTenant(city.school.id, (tx) => tx.query(`update core.jobs_runs set state = 'done'`)),
      /permission denied/
    )
  })

  test('a nightly job is queued once in each school that has the plugin', async ({ assert }) => {
    const job = defineJob({
      id: named('nightly'),
      run: async () => {},
      schedule: { cron: '0 3 * * *', titleKey: 'k', payload: null },
    }) as JobDefinition
    const context = jobsContext({
      systemUrl: '',
      pool: city.system,
      jobs: [job],
      runInTenant: city.inTenant,
      tenantsOf: async (id) => (id === city.plugin ? [city.school.id, city.other.id] : []),
    })
    await queueEverywhere(context, job.id)
    await queueEverywhere(context, job.id)
    assert.equal(
      (
        await city.one<{ n: number }>('select count(*)::integer n from core.jobs_runs where job = $1', [
          job.id,
        ])
      ).n,
      2
    )
  })
})
