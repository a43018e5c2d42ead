import { test } from '@japa/runner'
import { errorText, openEnvelope, resultOf } from '#ops/probes/panos/envelope'
import { dayOf, daysUntil, deviceTime } from '#ops/probes/panos/dates'
import { READERS } from '#ops/probes/panos/readers'
import { countersOf } from '#ops/probes/panos/replies/counters'
import { environmentOf } from '#ops/probes/panos/replies/environment'
import { haOf } from '#ops/probes/panos/replies/ha'
import { licenceDays, licencesOf } from '#ops/probes/panos/replies/licences'
import { loadOf } from '#ops/probes/panos/replies/load'
import { resourcesOf } from '#ops/probes/panos/replies/resources'
import { systemOf, uptimeSeconds } from '#ops/probes/panos/replies/system'
import { parseReply, textAt } from '#ops/probes/panos/xml'

const ok = (result: string) => `<response status="success"><result>${result}</result></response>`
const read = (result: string) => resultOf(openEnvelope({ status: 200, text: ok(result) }))
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error as { kind: string; message: string; panosCode?: string }
  }
  throw new Error('it was read')
}
const NOW = Date.parse('2026-11-24T10:00:00Z')
const MARCH = Date.parse('2026-03-29T10:00:00Z')

test.group('What a firewall wraps its answers in', () => {
  const PLACES = {
    msg: '<msg>Zły klucz</msg>',
    'msg/line': '<msg><line>Zły klucz</line></msg>',
    'msg/line/line': '<msg><line><line>Zły klucz</line></line></msg>',
    'result/msg': '<result><msg>Zły klucz</msg></result>',
    'result/msg/line': '<result><msg><line>Zły klucz</line></msg></result>',
    'result/job/details/line': '<result><job><details><line>Zły klucz</line></details></job></result>',
  }
  for (const [place, body] of Object.entries(PLACES)) {
    test(`the text of an error stands in ${place}`, ({ assert }) => {
      assert.equal(errorText(parseReply(`<response status="error">${body}</response>`)), 'Zły klucz')
    })
  }

  test('several lines are joined, CDATA is text', ({ assert }) => {
    const text = '<response status="error"><msg><line>a</line><line><![CDATA[b < c]]></line></msg></response>'
    assert.equal(errorText(parseReply(text)), 'a; b < c')
    assert.isNull(errorText(parseReply('<response status="error"/>')))
  })

  test('HTTP and envelope may disagree; either one failing is a failure', ({ assert }) => {
    const good = ok('<a>1</a>')
    const bad = '<response status="error" code="13"><msg><line>Nie teraz</line></msg></response>'
    assert.deepInclude(
      failureOf(() => openEnvelope({ status: 500, text: good })),
      { kind: 'refused' }
    )
    assert.deepInclude(
      failureOf(() => openEnvelope({ status: 200, text: bad })),
      {
        kind: 'refused',
        message: 'Nie teraz',
        panosCode: '13',
      }
    )
    assert.equal(failureOf(() => openEnvelope({ status: 403, text: good })).kind, 'authentication')
  })

  for (const [code, kind] of [
    ['403', 'authentication'],
    ['16', 'authentication'],
    ['1', 'refused'],
    ['7', 'refused'],
    ['17', 'refused'],
    ['22', 'refused'],
  ]) {
    test(`code ${code} without a text is ${kind}`, ({ assert }) => {
      const text = `<response status="error" code="${code}"></response>`
      assert.equal(failureOf(() => openEnvelope({ status: 200, text })).kind, kind)
    })
  }

  test('codes 19 and 20 are success', ({ assert }) => {
    for (const code of [19, 20])
      openEnvelope({ status: 200, text: `<response status="success" code="${code}"/>` })
    assert.isTrue(true)
  })

  test('what is no whole reply is told apart', ({ assert }) => {
    const cases: [string, string][] = [
      ['', 'not_xml'],
      ['{"status":"success"}', 'not_xml'],
      ['<!DOCTYPE html><html></html>', 'html_page'],
      [ok('<a>1</a>').slice(0, -12), 'truncated'],
      [ok('<a>1</b>'), 'not_well_formed'],
      ['<response status="success"><!DOCTYPE a [<!ENTITY x "y">]><result/></response>', 'dtd'],
      [ok('<a>'.repeat(60) + '</a>'.repeat(60)), 'too_deep'],
      [ok('x'.repeat(2_200_000)), 'too_large'],
    ]
    for (const [text, detail] of cases) {
      assert.deepInclude(
        failureOf(() => parseReply(text)),
        { kind: 'malformed', message: detail },
        text.slice(0, 60)
      )
    }
  })

  test('texts made to be slow are refused in a moment', ({ assert }) => {
    const cases: [string, string][] = [
      ['<a'.repeat(900_000), 'not_well_formed'],
      ['<![CDATA['.repeat(200_000), 'not_well_formed'],
      ['<!--'.repeat(400_000), 'not_well_formed'],
      ['<?'.repeat(400_000), 'not_well_formed'],
      ['<a/>'.repeat(400_000), 'too_many_elements'],
      ['</a>'.repeat(1000), 'not_well_formed'],
    ]
    for (const [body, detail] of cases) {
      const times = Array.from({ length: 5 }, () => {
        const started = performance.now()
        const failed = failureOf(() => parseReply(`<response status="success">${body}</response>`))
        assert.equal(failed.message, detail, body.slice(0, 10))
        return performance.now() - started
      })
      assert.isBelow(Math.min(...times), 100, body.slice(0, 10))
    }
  })

  test('texts stay texts; many entities are no attack', ({ assert }) => {
    const result = read(`<serial>012345678901</serial><v>10.10</v><t>${'&amp;'.repeat(5000)}</t>`)
    assert.equal(textAt(result, 'serial'), '012345678901')
    assert.equal(textAt(result, 'v'), '10.10')
    assert.lengthOf(textAt(result, 't')!, 5000)
  })
})

test.group('What stands in the answers', () => {
  test('system: elements twice, a time with a line end, versions without a date', ({ assert }) => {
    const system = systemOf(
      read(`<system><serial>0128</serial><ZTP>a</ZTP><ZTP>b</ZTP><time>Sun Mar 29 11:59:58 2026\n</time>
        <uptime>115 days, 3:08:17</uptime><app-version>8912-9070</app-version><wildfire-version>0</wildfire-version></system>`),
      'Europe/Warsaw'
    )
    assert.deepInclude(system, { serial: '0128', uptime: 9_947_297, time: MARCH - 2000 })
    assert.deepEqual(system.content, { app: { version: '8912-9070', releasedOn: null } })
  })

  test('times and days of all releases', ({ assert }) => {
    assert.equal(uptimeSeconds('1 day, 0:00:01'), 86_401)
    assert.equal(uptimeSeconds('0:59:59'), 3599)
    assert.isNull(uptimeSeconds('soon'))
    assert.equal(deviceTime('Tue Nov  3 10:00:00 2026', 'UTC'), Date.parse('2026-11-03T10:00:00Z'))
    assert.equal(deviceTime('Tue Nov 24 11:00:00 CET 2026', 'Europe/Warsaw'), NOW)
    assert.isNull(deviceTime('Tue Foo 24 11:00:00 2026', 'UTC'))
    const days = [
      '2026/11/20 01:02:03 CET',
      'November 20, 2026',
      'November  20, 2026',
      '20-Nov-2026',
      'Nov 20, 2026',
    ]
    for (const text of days) assert.equal(dayOf(text), '2026-11-20', text)
    for (const text of ['Never', '', 'unknown', '2026/13/40']) assert.isNull(dayOf(text), text)
  })

  test('a licence holds to the end of its last day', ({ assert }) => {
    assert.equal(daysUntil('2026-11-24', NOW), 0)
    assert.equal(daysUntil('2026-11-25', NOW), 1)
    assert.equal(daysUntil('2026-11-23', NOW), -1)
    const entry = (expires: string, expired = 'no') =>
      `<entry><feature>F</feature><expires>${expires}</expires><expired>${expired}</expired><authcode>I123</authcode></entry>`
    const of = (...entries: string[]) => licencesOf(read(`<licenses>${entries.join('')}</licenses>`))
    assert.equal(
      licenceDays(of(entry('Never'), entry('December 04, 2026'), entry('November 30, 2026')), NOW),
      6
    )
    assert.isNull(licenceDays(of(entry('Never')), NOW))
    assert.equal(licenceDays(of(entry('January 01, 2099'), entry('whenever', 'yes')), NOW), -1)
    assert.notInclude(JSON.stringify(of(entry('Never'))), 'I123')
  })

  test('the text of top in three units of memory', ({ assert }) => {
    const older = `Cpu(s):  9.1%us,  3.2%sy,  0.5%ni, 87.1%id,  0.1%wa
Mem:   4000000k total,  3900000k used,   100000k free,   200000k buffers
Swap:  2008084k total,        0k used,  2008084k free,  1700000k cached`
    const kib = `%Cpu(s): 12.5 us,  0.0 sy,  0.0 ni, 87.1 id,  0.4 wa
KiB Mem :  4000000 total,   400000 free,  2000000 used,  1600000 buff/cache`
    const mib = `%Cpu(s):  8.9 us,  4.0 sy,  0.0 ni, 87.1 id,  0.0 wa
MiB Mem :   4000.0 total,    400.0 free,   2000.0 used,   1600.0 buff/cache`
    for (const text of [older, kib, mib]) {
      assert.deepEqual(resourcesOf(read(`<![CDATA[top - 10:00\n${text}\n]]>`)), {
        cpuMgmt: 12.9,
        memoryUse: 50,
      })
    }
    assert.deepEqual(resourcesOf(read('<![CDATA[nothing]]>')), { cpuMgmt: null, memoryUse: null })
  })

  test('load: the newest value is the first, the core that hands out packets does not count', ({
    assert,
  }) => {
    const plane = (values: string[]) =>
      `<minute><cpu-load-average>${values.map((value, i) => `<entry><coreid>${i}</coreid><value>${value}</value></entry>`).join('')}</cpu-load-average>
       <resource-utilization><entry><name>packet buffer</name><value>7,1,1</value></entry></resource-utilization></minute>`
    const of = (planes: string) =>
      loadOf(read(`<resource-monitor><data-processors>${planes}</data-processors></resource-monitor>`))
    assert.deepEqual(of(`<dp0>${plane(['0,0', '20,90', '40,90'])}</dp0>`), {
      cpuData: 30,
      buffers: { 'packet buffer': 7 },
    })
    assert.equal(of(`<s1dp0>${plane(['10,1'])}</s1dp0><s1dp1>${plane(['60,1'])}</s1dp1>`).cpuData, 60)
    assert.equal(of(`<dp0>${plane(['0', '0'])}</dp0>`).cpuData, 0)
    assert.isNull(of('').cpuData)
  })

  test('counters of logical interfaces nested once or twice, beyond 2^53', ({ assert }) => {
    const entry =
      '<entry><name>ethernet1/1.10</name><ibytes>18446744073709551615</ibytes><obytes>n/a</obytes></entry>'
    for (const ifnet of [`<ifnet>${entry}</ifnet>`, `<ifnet><ifnet>${entry}</ifnet></ifnet>`]) {
      const [one] = countersOf(read(`${ifnet}<hw></hw>`))
      assert.deepInclude(one, { name: 'ethernet1/1.10', in: 2n ** 64n - 1n, out: null })
    }
  })

  test('sensors in slots of any name; a pair of firewalls', ({ assert }) => {
    const found = environmentOf(
      read(`<thermal><Slot1><entry><description>A</description><alarm>False</alarm><DegreesC>40.5</DegreesC></entry></Slot1>
        <S2><entry><description>B</description><alarm>True</alarm></entry></S2></thermal>`)
    )
    assert.deepEqual(
      found.map(({ alarm, value }) => [alarm, value]),
      [
        [false, 40.5],
        [true, null],
      ]
    )
    const ha = haOf(
      read(`<enabled>yes</enabled><group><mode>Active-Passive</mode><local-info><state>active</state><priority>100</priority>
        <preemptive>no</preemptive></local-info><peer-info><state>passive</state><conn-status>up</conn-status></peer-info>
        <running-sync>synchronized</running-sync></group>`)
    )
    assert.deepInclude(ha, {
      enabled: true,
      state: 'active',
      peerState: 'passive',
      synchronised: true,
      preemptive: false,
    })
  })

  test('an empty result brings no figure and breaks nothing', ({ assert }) => {
    for (const [command, reader] of Object.entries(READERS)) {
      const { values } = reader(read(''), { zone: 'Europe/Warsaw', at: NOW })
      assert.isTrue(
        Object.values(values).every((value) => value === null),
        command
      )
    }
  })
})
