import { test } from '@japa/runner'
import { judgeEndpoints } from '#ops/endpoints/entity_state'
import { nextThreatStates, threatRefusal, THREAT_STATES } from '#ops/endpoints/threat_states'
import { mayFetch, nextVpnStates } from '#ops/endpoints/vpn_states'

const values = { endpointsOnline: 40, endpointsInfected: 0, endpointsOutdated: 0, coverage: 98 }

test.group('Endpoint protection by rules', () => {
  test('a threat case goes through investigation, and ends only once', ({ assert }) => {
    const ways = THREAT_STATES.flatMap((from) => nextThreatStates(from).map((to) => `${from}>${to}`))
    assert.deepEqual(ways, [
      'open>investigating',
      'investigating>contained',
      'investigating>false_positive',
      'contained>cleaned',
      'contained>false_positive',
      'cleaned>closed',
      'cleaned>investigating',
      'false_positive>closed',
      'false_positive>investigating',
    ])
    assert.equal(threatRefusal('open', 'closed', false), 'no_such_step')
  })

  test('nothing is called cleaned while the server calls it infected', ({ assert }) => {
    assert.equal(threatRefusal('contained', 'cleaned', true), 'still_infected')
    assert.isNull(threatRefusal('contained', 'cleaned', false))
    assert.isNull(threatRefusal('contained', 'false_positive', true))
  })

  test('only a granted VPN permission opens the packages', ({ assert }) => {
    const states = [null, 'requested', 'granted', 'refused', 'revoked'] as const
    assert.deepEqual(states.map(mayFetch), [false, false, true, false, false])
    assert.deepEqual(nextVpnStates('requested'), ['granted', 'refused'])
    assert.deepEqual(nextVpnStates('granted'), ['revoked'])
    assert.deepEqual(nextVpnStates('revoked'), [])
  })

  test('a unit is judged by the worst that is known of it', ({ assert }) => {
    assert.equal(judgeEndpoints(values).state, 'UP')
    const bad = judgeEndpoints({ ...values, endpointsInfected: 1, endpointsOutdated: 4, coverage: 80.9 })
    assert.deepEqual(
      bad.wanted.map(({ check }) => check),
      ['endpoints_infected', 'endpoints_outdated', 'coverage_low']
    )
    assert.deepEqual(bad.fact, { code: 'endpoints_infected', params: { count: 1 } })
    assert.equal(judgeEndpoints({ ...values, endpointsOutdated: 3 }).state, 'UP')
    assert.equal(judgeEndpoints({ ...values, coverage: 90 }).state, 'UP')
    assert.equal(judgeEndpoints({ ...values, coverage: null, endpointsOutdated: null }).state, 'UP')
  })
})
