import { test } from '@japa/runner'
import type { Incident } from '#ops/alarms/incident'
import { plan } from '#ops/alarms/plan'
import { dueSteps, policyFor, supplierOf, type Policy } from '#ops/alarms/policy'
import { connectivity } from '#ops/alarms/publish'
import { recipientsOf, type Book, type Contact } from '#ops/alarms/recipients'
import { nextAttempt } from '#ops/alarms/retry'
import { namesSomething, silences } from '#ops/alarms/silences'
import { isSchoolTime } from '#ops/alarms/tell_schools'
import { letterOf } from '#ops/alarms/text'
import type { Wanted } from '#ops/alarms/wanted'

const at = (text: string) => new Date(text)
const wanted = (check: string, change: Partial<Wanted> = {}): Wanted => ({
  check,
  severity: 'critical',
  fact: null,
  ...change,
})
const incident = (check_code: string, change: Partial<Incident> = {}) =>
  ({ tenant_id: 1, device_id: 'd', check_code, instance: '', severity: 'critical', ...change }) as Incident
const device = (...all: Wanted[]) => ({ tenantId: 1, deviceId: 'd', wanted: all })

test.group('What is to be opened, was seen again, is over', () => {
  test('one open for each check and instance, seen again and not opened twice', ({ assert }) => {
    const { open, seen, over } = plan(
      [device(wanted('errors', { instance: 'eth1' }), wanted('errors', { instance: 'eth2' }))],
      [incident('errors', { instance: 'eth1' }), incident('errors', { instance: 'eth3' })]
    )
    assert.deepEqual(
      open.map((one) => one.wanted.instance),
      ['eth2']
    )
    assert.deepEqual(
      seen.map((one) => one.incident.instance),
      ['eth1']
    )
    assert.deepEqual(
      over.map((one) => one.incident.instance),
      ['eth3']
    )
  })

  test('the same check of another entity or unit is another incident', ({ assert }) => {
    const others = [incident('cpu', { device_id: 'e' }), incident('cpu', { tenant_id: 2 })]
    assert.lengthOf(plan([device(wanted('cpu'))], others).open, 1)
  })

  test('only a rise from warning to critical counts as one', ({ assert }) => {
    const rise = (was: 'warning' | 'critical', is: 'warning' | 'critical') =>
      plan([device(wanted('optical', { severity: is }))], [incident('optical', { severity: was })]).seen[0]!
        .rise
    assert.deepEqual(
      [rise('warning', 'critical'), rise('critical', 'critical'), rise('critical', 'warning')],
      [true, false, false]
    )
  })

  test('flapping stands in for silence of the same entity; a threshold does not', ({ assert }) => {
    const [silent] = plan([device(wanted('flapping'))], [incident('reachability')]).over
    const [hot] = plan([device(wanted('flapping'))], [incident('cpu')]).over
    assert.equal(silent!.instead?.check, 'flapping')
    assert.isNull(hot!.instead)
  })

  test('silence that is not to be judged yet opens nothing, other trouble does', ({ assert }) => {
    const { open } = plan([device(wanted('reachability'), wanted('cpu'))], [], () => true)
    assert.deepEqual(
      open.map((one) => one.wanted.check),
      ['cpu']
    )
  })
})

test.group('Steps', () => {
  const steps = [0, 15, 60].map((afterMinutes) => ({ afterMinutes, targets: [] }))
  const from = at('2026-11-24T10:00:00Z')

  test('{minutes} min after the beginning, {step} taken, acknowledged {acknowledged}: {due}')
    .with([
      { minutes: 0, step: -1, acknowledged: false, due: [0] },
      { minutes: 14.9, step: 0, acknowledged: false, due: [] },
      { minutes: 15, step: 0, acknowledged: false, due: [1] },
      { minutes: 90, step: -1, acknowledged: false, due: [0, 1, 2] },
      { minutes: 90, step: 2, acknowledged: false, due: [] },
      { minutes: 90, step: 0, acknowledged: true, due: [] },
      { minutes: 90, step: -1, acknowledged: true, due: [0] },
    ])
    .run(({ assert }, { minutes, step, acknowledged, due }) => {
      const now = new Date(from.getTime() + minutes * 60_000)
      assert.deepEqual(dueSteps(steps, { episodeAt: from, step, acknowledged }, now), due)
    })

  test('the first rule that fits counts', ({ assert }) => {
    const rule = (id: string, change: Partial<Policy>): Policy => ({
      ...{ id, name: id, minSeverity: 'warning', kinds: [], checks: [], steps: [] },
      ...change,
    })
    const rules = [
      rule('links', { kinds: ['cpe'], minSeverity: 'critical' }),
      rule('blind', { checks: ['blind'] }),
      rule('rest', {}),
    ]
    const found = (kind: string | null, check: string, severity: 'warning' | 'critical') =>
      policyFor(rules, { kind, check, severity })?.id
    assert.equal(found('cpe', 'optical', 'critical'), 'links')
    assert.equal(found('cpe', 'optical', 'warning'), 'rest')
    assert.equal(found(null, 'blind', 'critical'), 'blind')
    assert.isNull(policyFor([rules[0]!], { kind: 'edge', check: 'cpu', severity: 'critical' }))
  })

  test('links are NETTE’s, hardware is APIUS’, protection is Comtegra’s, the core is the city’s own', ({
    assert,
  }) => {
    assert.deepEqual(['cpe', 'edge', 'endpoints', 'core'].map(supplierOf), [
      'NETTE',
      'APIUS',
      'Comtegra',
      null,
    ])
  })

  test('a device on trial is no business of the contractor', ({ assert }) => {
    const apius = {
      id: 'a',
      role: 'supplier',
      supplier: 'APIUS',
      name: 'APIUS',
      email: 'a@example.org',
      active: true,
    } as Contact
    const book: Book = { contacts: [apius], rotas: [], overrides: new Map(), webhooks: [], policies: [] }
    const told = (pilot: boolean) =>
      recipientsOf([{ type: 'supplier' }], book, { kind: 'edge', pilot, now: from }).length
    assert.deepEqual([told(false), told(true)], [1, 0])
  })
})

test.group('Small rules of telling', () => {
  const one = { tenantId: 1, deviceId: 'd', kind: 'edge', check: 'cpu', severity: 'warning' as const }
  const blank = { unitTenantId: null, deviceId: null, kind: null, check: null, severity: null }

  test('a silence fits when all that it names fits')
    .with([
      [{ ...blank, unitTenantId: 1 }, true],
      [{ ...blank, unitTenantId: 2 }, false],
      [{ ...blank, kind: 'edge', check: 'cpu' }, true],
      [{ ...blank, kind: 'edge', check: 'optical' }, false],
      [{ ...blank, severity: 'critical' as const }, false],
      [{ ...blank, deviceId: 'e' }, false],
    ] as const)
    .run(({ assert }, [matcher, fits]) => {
      assert.equal(silences(matcher, one), fits)
      assert.isTrue(namesSomething(matcher))
      assert.isFalse(namesSomething(blank))
    })

  test('a school reads at {time}: {reads}')
    .with([
      { time: '2026-11-24T06:59:00+01:00', reads: false },
      { time: '2026-11-24T07:00:00+01:00', reads: true },
      { time: '2026-11-24T16:59:00+01:00', reads: true },
      { time: '2026-11-24T17:00:00+01:00', reads: false },
      { time: '2026-11-22T10:00:00+01:00', reads: false },
      { time: '2026-11-11T10:00:00+01:00', reads: false },
    ])
    .run(({ assert }, { time, reads }) => {
      assert.equal(isSchoolTime(at(time), null, null), reads)
    })

  test('attempts stand ever further apart and end', ({ assert }) => {
    const now = at('2026-11-24T10:00:00Z')
    const waits = [1, 2, 3, 4, 5, 6, 7].map((n) => (nextAttempt(n, now)!.getTime() - now.getTime()) / 1000)
    assert.deepEqual(
      waits,
      [...waits].sort((a, b) => a - b)
    )
    assert.isNull(nextAttempt(8, now))
  })

  test('a unit loses its connection once, whichever incident it is by', ({ assert }) => {
    const edge = { tenantId: 1, deviceId: 'd', kind: 'edge' as const }
    const [own, edges] = [incident('reachability'), new Set(['d'])]
    const none = { opened: [], closed: [], cutOff: [], freed: [] }
    assert.deepEqual(connectivity(edges, { ...none, opened: [own] }), [[1, false]])
    assert.deepEqual(connectivity(edges, { ...none, closed: [own], cutOff: [edge] }), [])
    assert.deepEqual(connectivity(edges, { ...none, freed: [edge] }), [[1, true]])
    assert.deepEqual(connectivity(edges, { ...none, freed: [edge], cutOff: [edge] }), [])
    assert.deepEqual(connectivity(new Set(), { ...none, opened: [own] }), [])
  })

  test('a letter names what is cut off, in the reader’s language; a school’s names nobody', ({ assert }) => {
    const content = {
      ...{ unit: 'UM', unitName: 'Urząd Miasta', entity: 'core', check: 'reachability', instance: '' },
      ...{ severity: 'critical' as const, fact: null, openedAt: '2026-11-24T10:00:00Z', closedAt: null },
    }
    const polish = letterOf(
      { kind: 'problem', locale: 'pl', content, incident_id: 'i' },
      { cpe: 91, edge: 91 }
    )
    assert.include(polish.lines.join(' '), 'Odcięte: 91 łączy, 91 urządzeń brzegowych.')
    const english = letterOf({
      kind: 'escalation',
      locale: 'en',
      content: { ...content, waited: 15 },
      incident_id: 'i',
    })
    assert.equal(english.subject, '[DOWN] UM: Reachability, not acknowledged for 15 min')
    const school = letterOf({
      kind: 'school',
      locale: 'pl',
      content: { ...content, scope: 'city' },
      incident_id: 'i',
    })
    assert.notInclude(JSON.stringify(school), 'Urząd')
    assert.isNull(school.href)
  })
})
