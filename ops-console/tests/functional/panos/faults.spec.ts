import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { PanosClient } from '#ops/probes/panos/client'
import { openPanosProbe } from '#ops/probes/panos/probe'
import { threatLog } from '#ops/probes/panos/threat_log'
import { selfSigned } from '#ops/simulator/panos/certificate'
import { PanosServer } from '#ops/simulator/panos/server'
import { playFirewall } from './played.ts'

const TIMEOUT_MS = 1500
const DEADLINE_MS = 12_000
const signal = () => AbortSignal.timeout(DEADLINE_MS)

/** Fault, how every question to that firewall must end, and what is said about it. */
const MATRIX: [fault: string, kind: string, detail: RegExp][] = [
  ['panos.http403', 'authentication', /^Invalid Credential$/],
  ['panos.forbidden', 'authentication', /^Invalid Credential$/],
  ['panos.keyRevoked', 'authentication', /^Invalid Credential: •••$/],
  ['panos.unauth', 'authentication', /^Unauthorized request$/],
  ['panos.certificateChanged', 'authentication', /^certificate_changed$/],
  ['panos.html', 'refused', /^http_502$/],
  ['panos.htmlOk', 'malformed', /^html_page$/],
  ['panos.truncated', 'malformed', /^truncated$/],
  ['panos.shortLength', 'malformed', /^truncated$/],
  ['panos.wrongLength', 'malformed', /^incomplete$/],
  ['panos.cutMidway', 'malformed', /^incomplete$/],
  ['panos.dtd', 'malformed', /^(not_xml|dtd)$/],
  ['panos.tooLarge', 'malformed', /^too_large$/],
  ['panos.busy', 'refused', /^busy$/],
  ['panos.stallMs', 'no_answer', /^timeout$/],
  ['panos.mute', 'no_answer', /^timeout$/],
]

test.group('A firewall that misbehaves', (group) => {
  let server: PanosServer
  group.each.setup(() => {
    server = new PanosServer()
    return () => server.stop()
  })

  for (const [fault, kind, detail] of MATRIX) {
    test(`${fault}: ${kind}, and the neighbour answers`, async ({ assert }) => {
      const [sick, well] = [await playFirewall(server), await playFirewall(server, 'sp-2/edge')]
      sick.subject.faults = { [fault]: true }
      const client = new PanosClient({ ...sick.target, timeoutMs: TIMEOUT_MS })
      const [failed, answered] = await Promise.allSettled([
        client.op('system', signal()),
        new PanosClient(well.target).op('system', signal()),
      ])
      assert.equal(answered.status, 'fulfilled')
      assert.equal(failed.status, 'rejected')
      const { reason } = failed as PromiseRejectedResult
      assert.equal(reason.kind, kind, reason.message)
      assert.match(reason.message, detail)
      assert.notInclude(`${reason.stack}${JSON.stringify(reason)}`, sick.target.key)
      sick.subject.faults = {}
      await new PanosClient(sick.target).op('system', signal())
    })
  }

  test('a session that timed out is asked once more, and only once', async ({ assert }) => {
    const { target, subject, firewall } = await playFirewall(server)
    subject.faults = { 'panos.sessionTimeout': true }
    await new PanosClient(target).op('system', signal())
    let asked = 0
    firewall.answer = () => {
      asked++
      return {
        status: 200,
        text: '<response status="error" code="22"><msg><line>Session timed out</line></msg></response>',
      }
    }
    const failed = await new PanosClient(target).op('system', signal()).catch((error) => error)
    assert.equal(failed.kind, 'refused')
    assert.equal(asked, 2)
  })

  test('a key that is refused is tried once in a round, not once a command', async ({ assert }) => {
    const { target, subject, firewall } = await playFirewall(server)
    subject.faults = { 'panos.keyRevoked': true }
    let asked = 0
    const answer = firewall.answer.bind(firewall)
    firewall.answer = (...question) => (asked++, answer(...question))
    const probe = openPanosProbe(target)
    const failed = await probe.ask(signal()).catch((error) => error)
    assert.equal(failed.kind, 'authentication')
    assert.equal(asked, 1)
    probe.close()
  })

  test('a key revoked in the middle of a round fails the round as a credential problem', async ({
    assert,
  }) => {
    const { target, subject, firewall } = await playFirewall(server)
    let asked = 0
    const answer = firewall.answer.bind(firewall)
    firewall.answer = (...question) => {
      if (++asked === 3) subject.faults = { 'panos.keyRevoked': true }
      return answer(...question)
    }
    const failed = await openPanosProbe(target)
      .ask(signal())
      .catch((error) => error)
    assert.equal(failed.kind, 'authentication')
    assert.equal(asked, 3)
  })

  test('a search that never ends is given up', async ({ assert }) => {
    const { target, subject } = await playFirewall(server)
    subject.faults = { 'panos.jobNeverEnds': true }
    const asked = threatLog(new PanosClient(target), '', { deadlineMs: 700, pollMs: 20, signal: signal() })
    const failed = await asked.catch((error) => error)
    assert.equal(failed.kind, 'no_answer')
    assert.equal(failed.message, 'job_timeout')
  })

  test('a wrong clock is measured', async ({ assert }) => {
    const { target, subject } = await playFirewall(server)
    subject.faults = { 'panos.clockSkew': 600 }
    const probe = openPanosProbe(target)
    assert.closeTo((await probe.ask(signal())).values.clockSkewS!, 600, 3)
    probe.close()
  })

  test('one firewall never has two questions at once, so it never refuses', async ({ assert }) => {
    const { target, firewall } = await playFirewall(server)
    let most = 0
    const answer = firewall.answer.bind(firewall)
    firewall.answer = (...question) => {
      most = Math.max(most, firewall.busy)
      return answer(...question)
    }
    const client = new PanosClient(target)
    await Promise.all(Array.from({ length: 8 }, () => client.op('sessions', signal())))
    assert.equal(most, 1)
  })

  test('more than five calls at once are refused by the firewall', async ({ assert }) => {
    const { target, subject } = await playFirewall(server)
    subject.faults = { 'panos.stallMs': 600 }
    const clients = Array.from({ length: 7 }, () => new PanosClient({ ...target, timeoutMs: DEADLINE_MS }))
    const ends = await Promise.allSettled(clients.map((client) => client.op('sessions', signal())))
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.message] : []))
    assert.deepEqual(refused, ['busy', 'busy'])
  })

  test('aborting ends a stalled question at once', async ({ assert }) => {
    const { target, subject } = await playFirewall(server)
    subject.faults = { 'panos.stallMs': true }
    const aborting = new AbortController()
    const asked = new PanosClient({ ...target, timeoutMs: 30_000 })
      .op('system', aborting.signal)
      .catch((error) => error)
    setTimeout(() => aborting.abort(), 200)
    assert.equal((await asked).kind, 'no_answer')
  }).timeout(5000)
})

test.group('Whose certificate it is', (group) => {
  let server: PanosServer
  group.each.setup(() => {
    server = new PanosServer()
    return () => server.stop()
  })

  test('the key is not sent to a firewall with another certificate', async ({ assert }) => {
    const { target, firewall } = await playFirewall(server)
    let asked = 0
    firewall.answer = () => (asked++, { status: 200, text: '' })
    const other = selfSigned('obcy').fingerprint
    const failed = await new PanosClient({ ...target, fingerprint: other })
      .op('system', signal())
      .catch((error) => error)
    assert.deepInclude(failed, { kind: 'authentication', message: 'certificate_changed' })
    assert.equal(asked, 0)
  })

  test('a fingerprint may be written with or without colons', async ({ assert }) => {
    const { target } = await playFirewall(server)
    const fingerprint = target.fingerprint.replaceAll(':', '').toLowerCase()
    assert.exists(await new PanosClient({ ...target, fingerprint }).op('system', signal()))
  })

  test('without fingerprint and authority nothing is asked', async ({ assert }) => {
    const { target } = await playFirewall(server)
    for (const fingerprint of ['', 'AA:BB', undefined as unknown as string]) {
      const failed = await new PanosClient({ ...target, fingerprint })
        .op('system', signal())
        .catch((error) => error)
      assert.deepInclude(failed, { kind: 'authentication', message: 'certificate_unknown' })
    }
  })

  test('an authority that did not sign it is refused', async ({ assert }) => {
    const { target } = await playFirewall(server)
    const { fingerprint: _, ...rest } = target
    const failed = await new PanosClient({ ...rest, ca: selfSigned('obcy').cert })
      .op('system', signal())
      .catch((error) => error)
    assert.deepInclude(failed, { kind: 'authentication', message: 'certificate_untrusted' })
  })

  test('a closed port is refused; one that speaks no TLS is unreadable', async ({ assert }) => {
    const { target } = await playFirewall(server)
    const plain: Server = createServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end('SSH-2.0-OpenSSH_9.2\r\n')
    )
    plain.listen(0, '127.0.0.1')
    await once(plain, 'listening')
    const { port } = plain.address() as { port: number }
    const odd = await new PanosClient({ ...target, port }).op('system', signal()).catch((error) => error)
    assert.equal(odd.kind, 'malformed')
    plain.close()
    await once(plain, 'close')
    const none = await new PanosClient({ ...target, port }).op('system', signal()).catch((error) => error)
    assert.deepInclude(none, { kind: 'refused', message: 'ECONNREFUSED' })
  })
})
