import { test } from '@japa/runner'
import { csvColumns } from '#ops/ingest/syslog/csv'
import { syslogEvent } from '#ops/ingest/syslog/event'
import { Framer, LARGEST_MESSAGE } from '#ops/ingest/syslog/framing'
import { parseSyslog, textOf } from '#ops/ingest/syslog/message'
import { parsePanos } from '#ops/ingest/syslog/panos'
import { bsdTime, instantOf, isoTime, panTime } from '#ops/ingest/syslog/time'
import { system, threat, traffic } from '#ops/simulator/syslog/panos_lines'

const ZONE = 'Europe/Warsaw'
const NOON = Date.parse('2026-11-24T11:00:00Z')
const parse = (text: string, at = NOON) => parseSyslog(text, at, ZONE)

test.group('Syslog of RFC 3164', () => {
  test('the examples of the RFC', ({ assert }) => {
    const su = parse(`<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8`)
    assert.deepInclude(su, { facility: 4, severity: 2, host: 'mymachine', app: 'su' })
    assert.equal(su.text, `'su root' failed for lonvick on /dev/pts/8`)
    assert.equal(new Date(su.at!).toISOString(), '2026-10-11T20:14:15.000Z')
    assert.deepInclude(parse('Use the BFG!'), { facility: 1, severity: 5, at: null, text: 'Use the BFG!' })
    const odd = parse(
      `<165>Aug 24 05:34:00 CST 1987 mymachine myproc[10]: %% It's time to make the do-nuts.  %%`
    )
    assert.equal(odd.facility, 20)
    assert.include(odd.text, 'do-nuts')
    const dotted = parse(
      '<0>1990 Oct 22 10:52:01 TZ-6 scapegoat.dmz.example.org 10.1.2.3 sched[0]: That is All Folks!'
    )
    assert.deepInclude(dotted, { facility: 0, severity: 0, at: null })
  })

  test('the process of a tag, a missing host and a time of today stand where they belong', ({ assert }) => {
    assert.deepInclude(parse('<13>Nov  4 09:05:11 sp-12 dnsmasq[811]: started'), {
      ...{ host: 'sp-12', app: 'dnsmasq', procId: '811', text: 'started' },
    })
    assert.deepInclude(parse('<13>Nov 24 09:05:11 kernel: link is down'), {
      ...{ host: '', app: 'kernel', text: 'link is down' },
    })
    assert.deepInclude(parse('<13>2026-11-24T09:05:11+01:00 sp-12 app: text'), {
      host: 'sp-12',
      text: 'text',
    })
  })

  test('a time without a year is the one nearest to the receipt', ({ assert }) => {
    const cases: [string, string, string][] = [
      ['Dec 31 23:59:58', '2027-01-01T00:00:04+01:00', '2026-12-31T22:59:58.000Z'],
      ['Jan  1 00:00:02', '2026-12-31T23:59:59+01:00', '2026-12-31T23:00:02.000Z'],
      ['Jan 15 12:00:00', '2027-01-15T12:00:01+01:00', '2027-01-15T11:00:00.000Z'],
      ['Jul  1 12:00:00', '2026-11-24T12:00:00+01:00', '2026-07-01T10:00:00.000Z'],
      ['Feb 29 12:00:00', '2028-03-01T12:00:00+01:00', '2028-02-29T11:00:00.000Z'],
      ['Nov 24 2025 12:00:00', '2026-11-24T12:00:00+01:00', '2025-11-24T11:00:00.000Z'],
    ]
    for (const [text, received, wanted] of cases) {
      const time = bsdTime(`${text} host`, Date.parse(received), ZONE)
      assert.equal(new Date(time!.at).toISOString(), wanted, text)
    }
    for (const text of ['Foo 11 22:14:15 h', 'Oct 45 22:14:15 h', 'Oct 11 27:14:15 h', 'Oct 11', '']) {
      assert.isNull(bsdTime(text, NOON, ZONE), text)
    }
  })

  test('summer, winter and the hours between them are told apart', ({ assert }) => {
    const at = (text: string) => new Date(panTime(text, ZONE)!).toISOString()
    assert.equal(at('2026/07/01 12:00:00'), '2026-07-01T10:00:00.000Z')
    assert.equal(at('2026/11/24 12:00:00'), '2026-11-24T11:00:00.000Z')
    assert.equal(at('2026/03/29 01:59:59'), '2026-03-29T00:59:59.000Z')
    assert.equal(at('2026/03/29 03:00:00'), '2026-03-29T01:00:00.000Z')
    assert.equal(at('2026/10/25 02:30:00'), '2026-10-25T00:30:00.000Z')
    assert.equal(at('2026/10/25 03:00:00'), '2026-10-25T02:00:00.000Z')
    assert.isNull(panTime('2026/13/01 12:00:00', ZONE))
    assert.isNull(instantOf({ year: 2026, month: 2, day: 30, hour: 1, minute: 0, second: 0 }, ZONE))
  })
})

test.group('Syslog of RFC 5424', () => {
  test('the examples of the RFC', ({ assert }) => {
    const first = parse(
      `<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \ufeff'su root' failed for lonvick on /dev/pts/8`
    )
    assert.deepInclude(first, { facility: 4, severity: 2, app: 'su', procId: '', msgId: 'ID47' })
    assert.equal(first.text, `'su root' failed for lonvick on /dev/pts/8`)
    assert.equal(first.at, Date.parse('2003-10-11T22:14:15.003Z'))
    const second = parse(
      `<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It's time to make the do-nuts.`
    )
    assert.equal(second.at, Date.parse('2003-08-24T12:14:15Z'))
    assert.equal(second.procId, '8710')
    const third = parse(
      `<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut="3" eventSource="Application" eventID="1011"] An application event log entry...`
    )
    assert.deepEqual(third.data, {
      'exampleSDID@32473.iut': '3',
      'exampleSDID@32473.eventSource': 'Application',
      'exampleSDID@32473.eventID': '1011',
    })
    assert.equal(third.text, 'An application event log entry...')
    const only = parse(
      `<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [exampleSDID@32473 iut="3"][examplePriority@32473 class="high"]`
    )
    assert.equal(only.data['examplePriority@32473.class'], 'high')
    assert.equal(only.text, '')
  })

  test('escapes in structured data are undone, and broken data is text', ({ assert }) => {
    const escaped = parse(String.raw`<13>1 - h a - - [x a="1\"2\]3\\4"] text`)
    assert.deepEqual(escaped.data, { 'x.a': String.raw`1"2]3\4` })
    assert.equal(escaped.text, 'text')
    const broken = parse('<13>1 - h a - - [x a="1 text')
    assert.deepEqual(broken.data, {})
    assert.equal(broken.text, '[x a="1 text')
  })

  test('a time that is none is not known', ({ assert }) => {
    for (const text of ['-', '2026-11-24', '2026-11-24T25:00:00Z', '2026-11-24T10:00:00', 'x']) {
      assert.isNull(isoTime(text), text)
    }
  })
})

test.group('Bytes of a message', () => {
  test('what is no UTF-8 is read as windows-1250 and kept', ({ assert }) => {
    assert.equal(textOf(Buffer.from('Zażółć', 'utf8')), 'Zażółć')
    assert.equal(textOf(Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6])), 'Zażółć')
    assert.equal(textOf(Buffer.from([0x61, 0x00, 0x62])), 'ab')
    assert.include(textOf(Buffer.from([0xff, 0xfe, 0x41])), 'A')
  })
})

test.group('Framing of a stream', () => {
  const all = (...chunks: (string | Buffer)[]) => {
    const framer = new Framer()
    const messages = chunks.flatMap((chunk) => framer.push(Buffer.from(chunk)))
    const last = framer.end()
    return [...messages, ...(last ? [last] : [])].map(String)
  }

  test('counted and line by line, however the stream is cut', ({ assert }) => {
    const counted = '11 <13>żółw12 <14>drugi x\n9 <15>a\nb\nc'
    const lines = '<13>żółw\n<14>drugi\r\n\n<15>trzeci'
    const bytes = (text: string) => Buffer.from(text)
    for (let size = 1; size < 40; size++) {
      const cut = (text: string) =>
        Array.from({ length: Math.ceil(bytes(text).length / size) }, (_, i) =>
          bytes(text).subarray(i * size, (i + 1) * size)
        )
      assert.deepEqual(all(...cut(counted)), ['<13>żółw', '<14>drugi x', '<15>a\nb\nc'], `counted ${size}`)
      assert.deepEqual(all(...cut(lines)), ['<13>żółw', '<14>drugi', '<15>trzeci'], `lines ${size}`)
    }
  })

  test('a message of more than 64 KiB is cut off and the next one is whole', ({ assert }) => {
    const long = `<13>${'x'.repeat(3 * LARGEST_MESSAGE)}`
    for (const text of [`${long}\n<14>next\n`, `${long.length} ${long}8 <14>next`]) {
      const framer = new Framer()
      const messages = [
        ...framer.push(Buffer.from(text.slice(0, 70_000))),
        ...framer.push(Buffer.from(text.slice(70_000))),
      ]
      assert.lengthOf(messages, 2)
      assert.equal(messages[0]!.length, LARGEST_MESSAGE)
      assert.equal(String(messages[1]), '<14>next')
      assert.equal(framer.truncated, 1)
    }
  })

  test('a count that is none ends the connection', ({ assert }) => {
    for (const text of ['12x <13>a', '999999999 <13>', '99999999 <13>', '5 <13>a,oops']) {
      assert.throws(() => new Framer().push(Buffer.from(text)), 'the octet count is no number')
    }
  })
})

test.group('Logs of PAN-OS', () => {
  const device = { serial: '012801000042', name: 'fw-sp-12' }
  const at = new Date('2026-11-24T10:59:58Z')

  test('columns may hold commas and quotes', ({ assert }) => {
    assert.deepEqual(csvColumns('a,"b, ""c""",,d'), ['a', 'b, "c"', '', 'd'])
    assert.deepEqual(csvColumns('"open, never closed'), ['open, never closed'])
    assert.deepEqual(csvColumns(''), [''])
    assert.deepEqual(csvColumns('a,'), ['a', ''])
  })

  for (const layout of ['8.1', '11.1'] as const) {
    test(`a threat of the ${layout} layout is decoded by its stable columns`, ({ assert }) => {
      const log = parsePanos(
        threat({
          ...device,
          at,
          layout,
          seqno: 77n,
          user: 'szkola\\jan.żak',
          url: 'zlo.example.com/a,b.exe',
        }),
        ZONE
      )!
      assert.deepInclude(log, { type: 'THREAT', serial: device.serial, seqno: 77n, personal: true })
      assert.equal(log.at, at.getTime())
      assert.equal(log.fields.object, 'zlo.example.com/a,b.exe')
      assert.equal(log.fields.srcUser, 'szkola\\jan.żak')
      assert.deepEqual(log.people, ['szkola\\jan.żak'])
      assert.notInclude(log.message, 'jan')
      assert.isNumber(log.fields.dstPort)
    })

    test(`traffic and system of the ${layout} layout`, ({ assert }) => {
      const flow = parsePanos(traffic({ ...device, at, layout, seqno: 5n, user: '' }), ZONE)!
      assert.deepInclude(flow, { type: 'TRAFFIC', seqno: 5n, personal: true })
      assert.equal(flow.fields.deviceName, device.name)
      assert.deepEqual(flow.people, [])
      const link = parsePanos(
        system({
          ...device,
          at,
          layout,
          seqno: 9n,
          eventId: 'link-change',
          severity: 'high',
          description: 'Port ethernet1/1: Down, 1Gb/s',
        }),
        ZONE
      )!
      assert.deepInclude(link, { type: 'SYSTEM', severity: 3, seqno: 9n, hint: true, personal: false })
      assert.equal(link.message, 'Port ethernet1/1: Down, 1Gb/s')
    })
  }

  test('who logs in stands in the message and is known as a name', ({ assert }) => {
    const login = (description: string) =>
      parsePanos(
        system({
          ...device,
          at,
          layout: '11.1',
          seqno: 1n,
          eventId: 'auth-fail',
          severity: 'medium',
          description,
        }),
        ZONE
      )!
    assert.deepEqual(login(`failed authentication for user 'anna.nowak'. Reason: bad password`).people, [
      'anna.nowak',
    ])
    assert.deepEqual(
      login('GlobalProtect gateway user login succeeded. User name: jan.k, Client OS').people,
      ['jan.k']
    )
    assert.isTrue(login('User jan logged in').personal)
    assert.isFalse(login('Configuration committed').personal)
  })

  test('a type whose columns are not known is kept whole and guarded', ({ assert }) => {
    const body =
      '1,2026/11/24 11:59:58,012801000042,USERID,login,2305,2026/11/24 11:59:58,vsys1,10.1.1.1,szkola\\ewa'
    const log = parsePanos(body, ZONE)!
    assert.deepInclude(log, { type: 'USERID', subtype: 'login', personal: true, message: 'USERID login' })
    assert.deepEqual(log.people, [body])
  })

  test('a log that breaks off after any column is read as far as it goes', ({ assert }) => {
    const columns = threat({ ...device, at, layout: '11.1', seqno: 1n, user: 'u', url: 'a' }).split(',')
    for (let count = 5; count < columns.length; count++) {
      assert.equal(parsePanos(columns.slice(0, count).join(','), ZONE)?.type, 'THREAT', String(count))
    }
    assert.isNull(parsePanos('no, log', ZONE))
  })

  test('an event keeps the device time, the receipt and the severity of the log', ({ assert }) => {
    const bytes = Buffer.from(
      `<14>Nov 24 11:59:59 fw-sp-12 ${system({ ...device, at, layout: '8.1', seqno: 1n, eventId: 'general', severity: 'critical', description: 'x' })}`
    )
    const event = syslogEvent({ bytes, source: '10.0.0.1', via: 'udp', receivedAt: NOON }, ZONE)
    assert.deepInclude(event, { severity: 2, facility: 1, deviceAt: at.getTime(), receivedAt: NOON })
  })
})
