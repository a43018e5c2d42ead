import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { readMessages } from '../../../app/messages/message_files.ts'
import { DEFAULT_RULES } from '#ops/health/default_rules'
import { METRICS } from '#ops/health/metrics'
import { limitMistakes, type Limits } from '#ops/health/rule_limits'
import { scopeOf, scopeText } from '#ops/health/rule_scope'

const ID = '00000000-0000-4000-8000-000000000000'
const ruleOf = (code: string) => DEFAULT_RULES.find((rule) => rule.code === code)!
const limits = (code: string, change: Partial<Limits> = {}): Limits => {
  const { severity, raise, clear, of, among, clearAfter } = ruleOf(code)
  return { enabled: true, severity, raise, clear, of, among, clearAfter, ...change }
}

test.group('Limits that people change', () => {
  test('every rule as delivered would be taken', ({ assert }) => {
    for (const { code } of DEFAULT_RULES)
      assert.deepEqual(limitMistakes(ruleOf(code), limits(code)), {}, code)
  })

  test('{code} {change} is refused at {fields}')
    .with([
      { code: 'disk_high', change: { clear: 86 }, fields: ['clear'] },
      { code: 'licence_ending', change: { clear: 29 }, fields: ['clear'] },
      { code: 'clock_skew', change: { clear: 121 }, fields: ['clear'] },
      { code: 'clock_skew', change: { raise: -1, clear: -2 }, fields: ['raise'] },
      { code: 'disk_high', change: { raise: 101 }, fields: ['raise'] },
      { code: 'disk_high', change: { clear: -1 }, fields: ['clear'] },
      { code: 'disk_high', change: { of: 5, among: 4 }, fields: ['of'] },
      { code: 'disk_high', change: { of: 0 }, fields: ['of'] },
      { code: 'disk_high', change: { among: 21 }, fields: ['among'] },
      { code: 'disk_high', change: { clearAfter: 0 }, fields: ['clearAfter'] },
      { code: 'disk_high', change: { clearAfter: 1.5 }, fields: ['clearAfter'] },
    ] as { code: string; change: Partial<Limits>; fields: string[] }[])
    .run(({ assert }, { code, change, fields }) => {
      assert.deepEqual(Object.keys(limitMistakes(ruleOf(code), limits(code, change))), fields)
    })

  test('equal limits are taken', ({ assert }) => {
    assert.deepEqual(limitMistakes(ruleOf('disk_high'), limits('disk_high', { raise: 80, clear: 80 })), {})
  })

  test('a scope is read as it was written', ({ assert }) => {
    for (const text of ['kind:edge', 'model:PA-440', 'model:a:b', `device:${ID}`])
      assert.equal(scopeText(scopeOf(text)!), text)
    for (const text of ['', 'kind:', 'all:edge', 'edge', 'device:nobody']) assert.isNull(scopeOf(text))
  })

  test('every metric and unit has a name in Polish and English', ({ assert }) => {
    for (const language of ['pl', 'en']) {
      const texts = readMessages(fileURLToPath(new URL('../../', import.meta.url)), language)!
      const names = Object.keys(METRICS).map((name) => `ops-console.metric.${name}`)
      const units = Object.values(METRICS).map((unit) => `ops-console.amount.${unit}`)
      assert.includeMembers(Object.keys(texts), [...names, ...units])
    }
  })
})
