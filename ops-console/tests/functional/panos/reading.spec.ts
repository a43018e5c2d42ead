import { test } from '@japa/runner'
import { generateKey, PanosClient } from '#ops/probes/panos/client'
import { openPanosProbe } from '#ops/probes/panos/probe'
import { threatLog } from '#ops/probes/panos/threat_log'
import { PASSWORD, USER } from '#ops/simulator/panos/firewall'
import { PanosServer } from '#ops/simulator/panos/server'
import { startPanos } from '#ops/simulator/panos/start'
import { Field } from '#ops/simulator/field'
import { playFirewall } from './played.ts'

const signal = () => AbortSignal.timeout(20_000)

test.group('A firewall asked over its XML API', (group) => {
  let server: PanosServer
  group.each.setup(() => {
    server = new PanosServer()
    return () => server.stop()
  })

  test('a key is made for a user with the right password only', async ({ assert }) => {
    const { target, firewall } = await playFirewall(server)
    assert.equal(await generateKey(target, { user: USER, password: PASSWORD }, signal()), firewall.key)
    const wrong = await generateKey(target, { user: USER, password: 'tajne-haslo' }, signal()).catch(
      (error) => error
    )
    assert.equal(wrong.kind, 'authentication')
    assert.notInclude(`${wrong.message}${wrong.stack}${JSON.stringify(wrong)}`, 'tajne-haslo')
  })

  for (const release of ['8.1.19', '9.1.16', '10.2.9-h1', '11.1.4-h7']) {
    test(`everything is read from release ${release}`, async ({ assert }) => {
      const { target, device } = await playFirewall(server, 'sp-1/edge', release)
      const probe = openPanosProbe(target)
      const { values, learnt, partial } = await probe.ask(signal())
      assert.isUndefined(partial)
      assert.deepInclude(learnt, { serial: device.serial, software: release, model: 'PA-440' })
      assert.match(String(learnt!.serial), /^0/)
      assert.equal(values.sessionsMax, device.model.sessionsMax)
      assert.closeTo(values.cpuMgmt!, device.cpuMgmt, 15)
      assert.closeTo(values.memoryUse!, 52, 10)
      assert.equal(values.diskUse, 72)
      assert.equal(values.licenceDays, 210)
      assert.equal(values.contentAgeDays, 3)
      assert.isAtMost(Math.abs(values.clockSkewS!), 3)
      assert.isAbove(values.temperature!, 20)
      assert.isAbove(values.cpuData!, 0)
      assert.notInclude(JSON.stringify(learnt), 'authcode')
      assert.notInclude(JSON.stringify(learnt), 'I4711')
      const uplink = (learnt!.interfaces as { name: string }[]).find(({ name }) => name === 'ethernet1/1')
      assert.deepInclude(uplink!, { speedMbps: 1000, duplex: 'full', state: 'up', zone: 'untrust' })
      const counters = learnt!.counters as Record<string, { in: string }>
      assert.isTrue(BigInt(counters['ethernet1/1'].in) > 0n)
      probe.close()
    })
  }

  test('licences are not asked for every time, yet their days stay known', async ({ assert }) => {
    const { target, firewall } = await playFirewall(server)
    const probe = openPanosProbe(target)
    await probe.ask(signal())
    const asked: string[] = []
    const answer = firewall.answer.bind(firewall)
    firewall.answer = (form, key) => {
      asked.push(form.get('cmd')!)
      return answer(form, key)
    }
    const { values } = await probe.ask(signal())
    assert.equal(values.licenceDays, 210)
    assert.lengthOf(asked, 8)
    assert.notInclude(asked.join(), 'license')
    probe.close()
  })

  test('one command that fails loses nothing else', async ({ assert }) => {
    const { target, subject } = await playFirewall(server)
    subject.faults = { 'panos.loadFails': true }
    const probe = openPanosProbe(target)
    const { values, partial } = await probe.ask(signal())
    assert.equal(partial, 'load: Dataplane is not up or invalid target-dp (*.dp*)')
    assert.notProperty(values, 'cpuData')
    assert.isNumber(values.sessions)
    probe.close()
  })

  test('the threat log comes by a job, each entry once, over several pages', async ({ assert }) => {
    const { target, device } = await playFirewall(server)
    const client = new PanosClient(target)
    const entries = await threatLog(client, '', { limit: 700, pollMs: 5, signal: signal() })
    assert.lengthOf(entries, 700)
    assert.equal(new Set(entries.map(({ seqno }) => seqno)).size, 700)
    assert.deepInclude(entries[0], { serial: device.serial, logType: 'THREAT' })
    assert.equal(entries[0].fields.threatid, 'HTTP Directory Traversal & more')
    const from = Date.now() - 30 * 60_000
    const recent = await threatLog(client, '(severity geq high)', { from, pollMs: 5, signal: signal() })
    assert.isAbove(recent.length, 5)
    assert.isBelow(recent.length, 31)
    assert.isTrue(recent.every(({ fields }) => ['high', 'critical'].includes(fields.severity)))
  })

  test('a whole city of firewalls shares one server and shows what SNMP shows', async ({ assert }) => {
    const field = new Field({ community: 'proba', layout: 'ports' })
    await field.add(Array.from({ length: 91 }, (_, i) => ({ key: `sp-${i}/edge`, model: 'PA-220' })))
    const played = await startPanos(field as never)
    assert.lengthOf(Object.keys(played.places), 91)
    const keys = Object.keys(played.places)
    const answers = await Promise.all(
      keys.map((key) =>
        openPanosProbe({ ...played.places[key], timeoutMs: 20_000 }).ask(AbortSignal.timeout(60_000))
      )
    )
    const serials = answers.map(({ learnt }) => learnt!.serial)
    assert.deepEqual(
      serials,
      keys.map((key) => field.agents.get(key)!.device.serial)
    )
    played.stop()
    field.stop()
  }).timeout(90_000)
})
