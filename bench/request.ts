/**
 * What do row-level security and the transaction of a request cost? The pupils' list of one unit against the same
 * controller on a copy of that unit's rows, read as the owner without policy, transaction or settings.
 *
 *   node --import @poppinss/ts-exec bench/request.ts [--unit sp-21] [--rounds 6] [--seconds 3] [--clients 8]
 *
 * Needs a running city (npm start) or DATABASE_*_URL; it brings a web server of its own on a free port.
 */
import 'reflect-metadata'
import { Agent, request } from 'node:http'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { Ignitor } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { PostgreConfig } from '@adonisjs/lucid/types/database'
import type { ApplicationService } from '@adonisjs/core/types'
import { APP_ROOT, importer } from '#start/root'

const { values } = parseArgs({
  options: {
    unit: { type: 'string', default: 'sp-21' },
    rounds: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '8' },
  },
})
const [rounds, seconds, clients] = [Number(values.rounds), Number(values.seconds), Number(values.clients)]
const TABLES = ['pupils', 'enrolments', 'sections', 'section_memberships', 'guardians', 'guardian_links']
const agent = new Agent({ keepAlive: true, maxSockets: clients })

process.env.NODE_ENV = 'production'
process.env.HOST = '127.0.0.1'
process.env.PORT = '0'
process.env.LOG_LEVEL = 'fatal'

let statements: string[] | null = null
/** Of the built pages; an answer to another version tells the right one. */
let version = ''
countStatements()

await new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => void (await import('#start/env')))
    app.booted(() => referenceRoute(app))
  })
  .httpServer()
  .start()
const { default: server } = await import('@adonisjs/core/services/server')
const { port } = server.getNodeServer()!.address() as { port: number }
const { owner } = await import('../app/testing/owner.ts')
const { openSession } = await import('../app/identity/sessions.ts')
const { tenants } = await import('../app/tenancy/tenants.ts')

await copyUnit(tenants.bySlug(values.unit)!.id)
try {
  await measure(await secretary())
} finally {
  await owner().rawQuery('drop schema if exists bench cascade')
}
process.exit(0)

async function measure(cookie: string) {
  const paths = { secured: `/${values.unit}/secretariat/pupils`, bare: `/health/bench/${values.unit}` }
  version = (JSON.parse(await get(paths.secured, cookie)) as { version: string }).version
  const bodies = { secured: await get(paths.secured, cookie), bare: await get(paths.bare, cookie) }
  const totals = Object.values(bodies).map(
    (body) => (JSON.parse(body) as { props: { total: number } }).props.total
  )
  if (totals[0] !== totals[1]) throw new Error(`the two lists differ: ${totals.join(' and ')} pupils`)
  statements = []
  await get(paths.secured, cookie)
  const seen = statements
  statements = null
  const rates: Record<'secured' | 'bare', number[]> = { secured: [], bare: [] }
  for (let round = 0; round <= rounds; round++) {
    for (const kind of ['secured', 'bare'] as const) {
      const rate = await load(paths[kind], cookie)
      if (round > 0) rates[kind].push(rate)
    }
  }
  const ratios = rates.secured.map((rate, round) => rate / rates.bare[round]!)
  console.log(
    `pupils' list of ${values.unit}: ${totals[0]} pupils, ${bodies.secured.length} bytes, ${clients} clients`
  )
  console.log(`with row-level security and transaction   ${summary(rates.secured)} requests/s`)
  console.log(`reference: without                        ${summary(rates.bare)} requests/s`)
  console.log(`ratio                                     ${summary(ratios, 3)}   (aim: at least 0.85)`)
  const own = seen.filter((sql) => !/^(begin|commit)/i.test(sql))
  console.log(`statements a request: ${seen.length}, of them begin/commit ${seen.length - own.length}`)
  for (const sql of own) console.log(`  · ${sql.replace(/\s+/g, ' ').slice(0, 110)}`)
}

function summary(numbers: number[], digits = 0) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(digits)
  return `median ${at(0.5)} (${at(0)}–${at(1)})`
}

/** Requests per second of several clients that each wait for their answer. */
async function load(path: string, cookie: string): Promise<number> {
  const started = performance.now()
  const until = started + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        await get(path, cookie)
        done++
      }
    })
  )
  return done / ((performance.now() - started) / 1000)
}

function get(path: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'x-inertia': 'true', 'x-inertia-version': version, accept: 'application/json' }
    const asked = request({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk) => (body += chunk))
      response.on('end', () =>
        [200, 409].includes(response.statusCode!)
          ? resolve(body)
          : reject(new Error(`${path}: ${response.statusCode} ${body.slice(0, 200)}`))
      )
    })
    asked.on('error', reject).end()
  })
}

/** The same controller, answering from `bench` as the owner. */
async function referenceRoute(app: ApplicationService) {
  const router = await app.container.make('router')
  const { guard } = await import('../app/access/guard.ts')
  const { UnitPlace } = await import('../app/access/place.ts')
  const { runInScope, Scope } = await import('../app/tenancy/scope.ts')
  const { tenants: known } = await import('../app/tenancy/tenants.ts')
  const db = await app.container.make('lucid.db')
  const { default: Pupils } = await import('../plugins/secretariat/controllers/pupils_controller.ts')
  const config = db.manager.get('owner')!.config as PostgreConfig
  db.manager.add('bench', {
    ...config,
    searchPath: ['bench', ...config.searchPath!],
    pool: { min: 0, max: 20 },
  })
  router
    .get('/health/bench/:unit', (ctx: HttpContext) => {
      const tenant = known.bySlug(ctx.params.unit)!
      ctx.place = new UnitPlace(tenant, 'secretary', ['secretary'])
      const scope = new Scope(tenant.id, {}, db.connection('bench') as never)
      return runInScope(scope, () => Promise.resolve(new Pupils().index(ctx)))
    })
    .use(guard({ place: 'public' }) as never)
}

/** Only this unit's rows, with the same indexes: a little in favour of the reference. */
async function copyUnit(tenantId: number) {
  await owner().rawQuery('drop schema if exists bench cascade')
  await owner().rawQuery('create schema bench')
  for (const name of [...TABLES.map((table) => `secretariat.secretariat_${table}`), 'core.tenancy_units']) {
    const copy = `bench.${name.split('.')[1]}`
    await owner().rawQuery(
      `create table ${copy} (like ${name} including defaults including generated including indexes)`
    )
    const { rows } = await owner().rawQuery(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
       where attrelid = '${name}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
    )
    await owner().rawQuery(
      `insert into ${copy} (${rows[0].columns}) select ${rows[0].columns} from ${name} where tenant_id = ?`,
      [tenantId]
    )
    await owner().rawQuery(`analyze ${copy}`)
  }
}

async function secretary(): Promise<string> {
  const { rows } = await owner().rawQuery(
    `select a.id from core.identity_accounts a join core.identity_memberships m on m.person_id = a.person_id
     where m.tenant_id = ? and m.role = 'secretary' limit 1`,
    [tenants.bySlug(values.unit)!.id]
  )
  if (!rows[0]) throw new Error(`nobody has an account as secretary of ${values.unit}: load the demo city`)
  const account = { id: rows[0].id as string, roles: ['secretary'], secondFactor: false }
  return `unia-session=${await openSession(account, { address: '127.0.0.1', userAgent: 'bench' })}`
}

function countStatements() {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [query] = args as [string | { text: string }]
    statements?.push(typeof query === 'string' ? query : (query?.text ?? ''))
    return original.apply(this, args)
  } as never
}
