import { test } from '@japa/runner'
import { aMailServer } from '../alarms/mail_server.ts'
import { CORE, allAnswer, isAsked, runningCity, type RunningCity } from '#ops/tests/proof/running_city'
import { idsOf } from '#ops/tests/proof/city'
import { until } from '#ops/tests/proof/parts'
import { alarmsIn, statesIn } from '#ops/tests/proof/story'

/** Processes and a PostgreSQL of its own want a machine that is not busy: asked for with OPS_PROOF=1. */
const ASKED = process.env.OPS_PROOF === '1'
const SCHOOLS = 91
const ALL_OUT_WITHIN_S = 40
const BACK_WITHIN_S = 40

test.group('The city’s core falls silent, with simulator and collector as processes', (group) => {
  let city: RunningCity
  let mail: Awaited<ReturnType<typeof aMailServer>>
  group.setup(async () => {
    if (!ASKED) return () => {}
    mail = await aMailServer()
    city = await runningCity(SCHOOLS, { OPS_SMTP_URL: mail.url, OPS_MAIL_FROM: 'unia@example.org' })
    const [{ id }] = await city
      .ops('ops_console.ops_console_contacts')
      .insert({ tenant_id: city.cityId, role: 'it', name: 'Dyżurna', email: 'dyzur@example.org' })
      .returning('id')
    await city.ops('ops_console.ops_console_rotas').update({ contact_ids: [id] })
    // The played computers have old definitions and infections of their own; letters are to be about the network.
    await city.ops('ops_console.ops_console_policies').update({ kinds: ['core', 'sepm', 'cpe', 'edge'] })
    return async () => {
      await city.close()
      await mail.close()
    }
  })
  group.tap((each) => each.timeout(150_000))

  const openAlarms = async () =>
    (await alarmsIn(city.ops)).filter(({ to, check }) => to === Infinity && !check.startsWith('endpoints_'))

  /** What hangs on the core and is listed as impact of its alarm, by kind. */
  async function impacts(): Promise<Record<string, number>> {
    const { rows } = await city.ops.raw(
      `select d.kind, count(*)::integer as n from ops_console.ops_console_impacts m
       join ops_console.ops_console_devices d on d.tenant_id = m.tenant_id and d.id = m.device_id
       where m.to_at is null group by d.kind`
    )
    return Object.fromEntries(rows.map(({ kind, n }: { kind: string; n: number }) => [kind, n]))
  }

  async function allCutOff() {
    const states = (await statesIn(city.ops)).filter(isAsked)
    return states.every(({ key, state }) => state === (key === CORE ? 'DOWN' : 'UNREACHABLE'))
  }

  /** Has every firewall, then every link asked at once, before the core has its turn. */
  async function hurryChildren() {
    const ids = await idsOf(city.ops)
    for (const kind of ['edge', 'cpe']) {
      for (const [name, id] of ids)
        if (name.endsWith(`/${kind}`))
          await city.ops.raw(`select pg_notify('ops_console', ?)`, [`hurry:${id}`])
    }
  }

  const subjects = () => mail.letters.map(({ subject }) => subject)

  for (const [what, first] of [
    ['in whatever order', async () => {}],
    ['firewalls and links asked before the core', hurryChildren],
  ] as const) {
    test(`${what}: one incident, one letter, 182 impacted, one word at the end`, async ({ assert }) => {
      mail.letters.length = 0
      await city.control.command('core', 'stopped')
      await first()
      await until('everything cut off', allCutOff, ALL_OUT_WITHIN_S)
      await until('the impacts', async () => (await impacts()).edge === SCHOOLS, 10)
      await until('the letter', async () => mail.letters.length > 0, 70)
      const open = await openAlarms()
      assert.deepEqual(
        open.map(({ key, check }) => `${key} ${check}`),
        [`${CORE} reachability`]
      )
      const found = await impacts()
      assert.containSubset(found, { cpe: SCHOOLS, edge: SCHOOLS })
      assert.lengthOf(mail.letters, 1, subjects().join())

      await city.control.command('core', 'stopped', false)
      await until('everything back', async () => allAnswer(await statesIn(city.ops), SCHOOLS), BACK_WITHIN_S)
      await until('the end', async () => (await openAlarms()).length === 0, 20).catch(() => {})
      assert.deepEqual(
        (await openAlarms()).map(({ key, check }) => `${key} ${check}`),
        []
      )
      await until('the word of the end', async () => mail.letters.length > 1, 20)
      assert.deepEqual(await impacts(), {})
      assert.lengthOf(mail.letters, 2, subjects().join())
      assert.isNull(city.collector.ended())
    }).skip(!ASKED, 'asked for with OPS_PROOF=1')
  }
})
