import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { acknowledge } from '#ops/alarms/acknowledge'
import { openDesk, runDesk } from '#ops/alarms/desk'
import { Incident } from '#ops/alarms/incident'
import { keepIncidents } from '#ops/alarms/keep'
import { silence } from '#ops/alarms/keep_silence'
import { emailSender } from '#ops/alarms/send/email'
import { isSigned, sealedSecret, webhookSender } from '#ops/alarms/send/webhook'
import type { DeviceIncidents } from '#ops/alarms/plan'
import { aListener, aMailServer } from './mail_server.ts'
import {
  aContact,
  aNetwork,
  after,
  cutOff,
  down,
  onDuty,
  SILENT,
  states,
  up,
  type Network,
} from './network.ts'

const BY = { id: randomUUID(), name: 'Jan Kot' }
const SECRET = 'sekret-o-dobrej-dlugosci'

test.group('Telling people', (group) => {
  let network: Network
  let mail: Awaited<ReturnType<typeof aMailServer>>
  let listener: Awaited<ReturnType<typeof aListener>>
  // A Tuesday, 11:00 in Warsaw: schools are open.
  const start = new Date('2026-11-24T10:00:00Z')
  let senders: { email: ReturnType<typeof emailSender>; webhook: ReturnType<typeof webhookSender> }

  group.tap((each) => each.timeout(60_000))
  group.each.setup(async () => {
    network = await aNetwork(2)
    mail = await aMailServer()
    listener = await aListener()
    senders = {
      email: emailSender({
        url: mail.url,
        from: 'Unia <unia@example.org>',
        base: 'https://unia.example.org',
      }),
      webhook: webhookSender(network.ops, () => start),
    }
    await openDesk(network.ops, start)
    await onDuty(network, [await aContact(network)])
    return async () => {
      senders.email.close()
      await mail.close()
      await listener.close()
      await network.close()
    }
  })

  const keep = (devices: DeviceIncidents[], seconds: number) =>
    network.ops.transaction((trx) => keepIncidents(trx, devices, after(start, seconds)))
  const desk = (seconds: number) => runDesk(network.ops, { now: after(start, seconds), senders })
  const theOpen = () => Incident.query(network.ops).whereNull('closed_at').first().throwIfNotFound()
  const subjects = () => mail.letters.map(({ subject }) => subject)
  const timeline = async (id: string) =>
    (
      await network.ops('ops_console.ops_console_incident_events').where({ incident_id: id }).orderBy('id')
    ).map(({ kind }) => kind as string)

  test('the one on call has a letter in Polish by SMTP, then one that it is over, and nobody else has', async ({
    assert,
  }) => {
    await keep([down(network.core)], 0)
    await desk(1)
    await desk(2)
    assert.deepEqual(subjects(), ['[AWARIA] UM Lublin: Osiągalność'])
    assert.include(mail.letters[0]!.raw, 'Auto-Submitted: auto-generated')
    assert.include(mail.letters[0]!.raw, 'text/html')
    const incident = await theOpen()
    await keep([up(network.core)], 100)
    await desk(101)
    await desk(102)
    assert.deepEqual(subjects(), ['[AWARIA] UM Lublin: Osiągalność', '[Koniec] UM Lublin: Osiągalność'])
    assert.deepEqual(await timeline(incident.id), ['opened', 'step', 'notified', 'closed', 'notified'])
  })

  test('the contractor hears after a quarter of an hour, the manager after an hour; hardware goes to APIUS', async ({
    assert,
  }) => {
    const [edge] = network.edges
    await states(network.ops, [network.core, ...network.cpes], 'UP', after(start, 5))
    await aContact(network, {
      role: 'supplier',
      supplier: 'NETTE',
      name: 'NETTE',
      email: 'nette@example.org',
    })
    await aContact(network, {
      role: 'supplier',
      supplier: 'APIUS',
      name: 'APIUS',
      email: 'apius@example.org',
      locale: 'en',
    })
    await aContact(network, { role: 'manager', name: 'Kierownik', email: 'kierownik@example.org' })
    await keep([down(edge!)], 0)
    for (const minute of [0, 14, 15, 16, 59, 60, 61]) await desk(minute * 60 + 2)
    assert.deepEqual(
      mail.letters.map(({ to }) => to),
      ['dyzur@example.org', 'apius@example.org', 'kierownik@example.org']
    )
    assert.equal(mail.letters[1]!.subject, '[DOWN] SP 1: Reachability, not acknowledged for 15 min')
    assert.equal((await theOpen()).supplier, 'APIUS')
    await keep([up(edge!)], 4000)
    await desk(4001)
    assert.lengthOf(mail.letters, 6)
  })

  test('an acknowledgement stops the steps, and they go on when it runs out', async ({ assert }) => {
    await aContact(network, { role: 'manager', name: 'Kierownik', email: 'kierownik@example.org' })
    await keep([down(network.core)], 0)
    await desk(1)
    const { tenant_id: tenantId, id } = await theOpen()
    const until = after(start, 2 * 3600)
    await network.ops.transaction((trx) =>
      acknowledge(trx, { tenantId, id }, { by: BY, comment: 'Dzwonię', until }, after(start, 60))
    )
    await desk(3700)
    assert.lengthOf(mail.letters, 1)
    await desk(7201)
    assert.deepEqual(
      mail.letters.map(({ to }) => to),
      ['dyzur@example.org', 'kierownik@example.org']
    )
    assert.includeMembers(await timeline(id), ['acknowledged', 'acknowledgement_ended'])
  })

  test('what became critical loses its acknowledgement and is told anew', async ({ assert }) => {
    const mild = {
      ...up(network.core),
      wanted: [{ ...SILENT, check: 'optical', severity: 'warning' as const }],
    }
    await keep([mild], 0)
    await desk(1)
    const { tenant_id: tenantId, id } = await theOpen()
    await network.ops.transaction((trx) =>
      acknowledge(trx, { tenantId, id }, { by: BY, comment: 'Wiem', until: null }, after(start, 5))
    )
    await keep([{ ...mild, wanted: [{ ...mild.wanted[0]!, severity: 'critical' }] }], 10)
    assert.isNull((await theOpen()).acknowledged_at)
    await desk(11)
    assert.lengthOf(mail.letters, 2)
    assert.equal((await theOpen()).id, id)
  })

  test('what is silenced opens without a word, and is told if it is still open when the silence ends', async ({
    assert,
  }) => {
    const matcher = { unitTenantId: null, kind: 'core', check: null, severity: null, deviceId: null }
    const order = { matcher, by: BY, reason: 'Wymiana zasilacza', endsAt: after(start, 600) }
    await network.ops.transaction((trx) => silence(trx, network.city, order, start))
    await keep([down(network.core)], 1)
    await desk(2)
    assert.lengthOf(mail.letters, 0)
    await desk(601)
    assert.lengthOf(mail.letters, 1)
  })

  test('a link waits for a word from the core: a minute at most, no second once it has answered', async ({
    assert,
  }) => {
    const [cpe] = network.cpes
    await states(network.ops, [network.core], 'UP', after(start, -5))
    await keep([down(cpe!)], 0)
    await desk(30)
    assert.lengthOf(mail.letters, 0)
    await states(network.ops, [network.core], 'UP', after(start, 31))
    await desk(32)
    assert.lengthOf(mail.letters, 1)
    await states(network.ops, [network.core], 'UNKNOWN', after(start, -5))
    await keep([down(network.cpes[1]!)], 100)
    await desk(150)
    assert.lengthOf(mail.letters, 1)
    await desk(161)
    assert.lengthOf(mail.letters, 2)
  })

  test('a mail server that refuses for now is tried again with growing pauses, a wrong address never', async ({
    assert,
  }) => {
    mail.state.refuse = () => 451
    await keep([down(network.core)], 0)
    await desk(1)
    await desk(5)
    const notice = () => network.ops('ops_console.ops_console_notices').first()
    assert.include(await notice(), { state: 'pending', attempts: 1 })
    await desk(12)
    assert.include(await notice(), { state: 'pending', attempts: 2 })
    mail.state.refuse = () => null
    await desk(43)
    assert.include(await notice(), { state: 'sent', attempts: 3 })
    assert.lengthOf(mail.letters, 1)

    mail.state.refuse = () => 550
    await keep([up(network.core)], 50)
    await desk(51)
    const dead = await network.ops('ops_console.ops_console_notices').where({ state: 'dead' }).first()
    assert.equal(dead.kind, 'recovered')
    assert.match(dead.error, /not now/)
  })

  test('who was not told of the problem is not told of its end', async ({ assert }) => {
    mail.state.refuse = () => 451
    await keep([down(network.core)], 0)
    await desk(1)
    mail.state.refuse = () => null
    await keep([up(network.core)], 5)
    await desk(6)
    await desk(60)
    assert.lengthOf(mail.letters, 0)
  })

  test('a webhook is signed, keeps its delivery id over attempts, and is not waited for', async ({
    assert,
  }) => {
    const id = randomUUID()
    const hook = {
      tenant_id: network.city,
      id,
      name: 'Portal',
      url: listener.url,
      ...sealedSecret(network.city, id, SECRET),
    }
    await network.ops('ops_console.ops_console_webhooks').insert(hook)
    const steps = JSON.stringify([{ afterMinutes: 0, targets: [{ type: 'webhook', id }] }])
    await network.ops('ops_console.ops_console_policies').update({ steps })
    listener.state.answer = () => 503
    await keep([down(network.core)], 0)
    await desk(1)
    listener.state.answer = () => 204
    await desk(12)
    await desk(13)
    const [first, second, ...more] = listener.posted
    assert.lengthOf(more, 0)
    assert.equal(first!.headers['x-unia-delivery'], second!.headers['x-unia-delivery'])
    const signed = second!.headers['x-unia-signature']!
    assert.isTrue(isSigned(SECRET, second!.body, signed, start))
    assert.isFalse(isSigned(SECRET, `${second!.body} `, signed, start))
    assert.isFalse(isSigned(SECRET, second!.body, signed, after(start, 600)))
    assert.include(JSON.parse(second!.body), { kind: 'problem', unit: 'UM Lublin', severity: 'critical' })
    assert.notInclude(JSON.stringify(await network.ops('ops_console.ops_console_notices')), SECRET)
  })

  test('over the limit of an hour the rest leaves as one digest', async ({ assert }) => {
    await network.ops('ops_console.ops_console_contacts').update({ hourly_limit: 2 })
    await states(network.ops, [network.core], 'UP', after(start, 100))
    const four = [...network.cpes, ...network.edges]
    await keep(four.map(down), 0)
    await desk(61)
    await desk(62)
    assert.lengthOf(mail.letters, 2)
    await desk(62 + 601)
    await desk(62 + 602)
    assert.lengthOf(mail.letters, 3)
    assert.equal(mail.letters[2]!.subject, '2 powiadomienia w jednym liście')
  })

  test('a school in live service hears in its hours, and of the city’s outage no other school’s name', async ({
    assert,
  }) => {
    const [school, other] = network.units
    await aContact(network, {
      tenant_id: school!.id,
      role: 'school',
      name: 'Sekretariat',
      email: 'sp1@example.org',
    })
    await aContact(network, {
      tenant_id: other!.id,
      role: 'school',
      name: 'Sekretariat',
      email: 'sp2@example.org',
    })
    await network
      .ops('ops_console.ops_console_devices')
      .where({ tenant_id: other!.id })
      .update({ rollout: 'pilot' })
    await keep([down(network.core), ...[...network.cpes, ...network.edges].map(cutOff(network.core))], 0)
    await desk(1)
    await desk(2)
    const toSchools = mail.letters.filter(({ to }) => to.startsWith('sp'))
    assert.deepEqual(
      toSchools.map(({ to, subject }) => [to, subject]),
      [['sp1@example.org', 'Awaria sieci miejskiej']]
    )
    assert.notMatch(toSchools[0]!.raw, /SP 2|UM Lublin|Szkoła Podstawowa/)
    await keep([up(network.core), ...[...network.cpes, ...network.edges].map(up)], 300)
    await desk(301)
    assert.deepEqual(
      mail.letters.filter(({ to }) => to === 'sp1@example.org').map(({ subject }) => subject),
      ['Awaria sieci miejskiej', 'Koniec awarii sieci miejskiej']
    )
  })

  test('while it flaps there is one notice more and then silence; one word when it is stable', async ({
    assert,
  }) => {
    const flapping = {
      ...up(network.core),
      wanted: [{ check: 'flapping', severity: 'warning' as const, fact: null }],
    }
    await keep([down(network.core)], 0)
    await desk(1)
    for (let second = 10; second < 100; second += 10) {
      await keep([flapping], second)
      await desk(second + 1)
    }
    assert.deepEqual(subjects(), [
      '[AWARIA] UM Lublin: Osiągalność',
      '[Ostrzeżenie] UM Lublin: Niestabilność',
    ])
    await keep([up(network.core)], 200)
    await desk(201)
    await desk(202)
    assert.deepEqual(subjects().slice(2), ['[Koniec] UM Lublin: Niestabilność'])
  })

  test('the bell rings once, in the transaction that marks the notice', async ({ assert }) => {
    const person = await network
      .owner('core.identity_people')
      .insert({ given_names: 'Jan', surname: 'Kot' })
      .returning('id')
    const [account] = await network
      .owner('core.identity_accounts')
      .insert({ person_id: person[0].id, login_name: `bell-${randomUUID()}@example.org` })
      .returning('id')
    await network.ops('ops_console.ops_console_contacts').update({ email: null, account_id: account.id })
    await keep([down(network.core)], 0)
    await desk(1)
    await desk(2)
    const rung = await network.owner('core.identity_notifications').where({ account_id: account.id })
    assert.deepEqual(
      rung.map((one) => one.message_key),
      ['ops-console.notice.bell.problem']
    )
    await network.owner('core.identity_accounts').where({ id: account.id }).delete()
    await network.owner('core.identity_people').where({ id: person[0].id }).delete()
  })

  test('where nobody is on call, the incident says so', async ({ assert }) => {
    await onDuty(network, [])
    await keep([down(network.core)], 0)
    await desk(1)
    assert.include(await timeline((await theOpen()).id), 'nobody')
  })
})
