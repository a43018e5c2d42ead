import { test } from '@japa/runner'
import { planDisable, planEnable } from '../../../app/plugins/activation.ts'
import { optional, provide, required, defineContract } from '../../../app/contracts/contract.ts'
import { definePlugin, type PluginManifest } from '../../../app/plugins/manifest.ts'

const Pupils = defineContract<object>('secretariat.pupils')
const Diners = defineContract<object>('canteen.diners')
const answer = async () => ({ default: class {} })

const plugin = (id: string, more: Partial<PluginManifest> = {}) =>
  definePlugin({ id, version: '1.0.0', platform: '^0.1', area: 'people', kinds: 'all', ...more })

const plugins = [
  plugin('secretariat', { provides: [provide(Pupils, answer)] }),
  plugin('canteen', { needs: [required(Pupils)], provides: [provide(Diners, answer)] }),
  plugin('finance', { needs: [required(Diners)] }),
  plugin('library', { needs: [optional(Pupils)] }),
]
const unit = (active: string[], entitled = plugins.map(({ id }) => id)) => ({
  plugins,
  entitled: new Set(entitled),
  active: new Set(active),
})

test.group('Switching plugins of a school', () => {
  test('a granted plugin that asks nothing of others goes on', ({ assert }) => {
    assert.deepEqual(planEnable('secretariat', unit([])), { outcome: 'enable' })
  })

  test('the canteen stays off while nobody in this school keeps the pupils', ({ assert }) => {
    assert.deepEqual(planEnable('canteen', unit([])), {
      outcome: 'missing',
      missing: [{ contract: 'secretariat.pupils', provider: 'secretariat' }],
    })
    assert.deepEqual(planEnable('canteen', unit(['secretariat'])), { outcome: 'enable' })
  })

  test('the library works without pupils, so it goes on without them', ({ assert }) => {
    assert.deepEqual(planEnable('library', unit([])), { outcome: 'enable' })
  })

  test('what the city did not grant cannot be switched on', ({ assert }) => {
    assert.deepEqual(planEnable('library', unit([], ['secretariat'])), { outcome: 'not_granted' })
    assert.deepEqual(planEnable('swimming-pool', unit([])), { outcome: 'unknown' })
    assert.deepEqual(planEnable('library', unit(['library'])), { outcome: 'already' })
  })

  test('the secretariat stays on while the canteen needs it, and all that would fall are named', ({
    assert,
  }) => {
    const all = unit(['secretariat', 'canteen', 'finance', 'library'])
    assert.deepEqual(planDisable('secretariat', all, { cascade: false }), {
      outcome: 'dependants',
      dependants: ['canteen', 'finance'],
    })
  })

  test('after confirmation those who depend go off first', ({ assert }) => {
    const all = unit(['secretariat', 'canteen', 'finance', 'library'])
    assert.deepEqual(planDisable('secretariat', all, { cascade: true }), {
      outcome: 'disable',
      order: ['finance', 'canteen', 'secretariat'],
    })
  })

  test('a plugin that is off in this school holds nobody back', ({ assert }) => {
    assert.deepEqual(planDisable('secretariat', unit(['secretariat', 'finance']), { cascade: false }), {
      outcome: 'disable',
      order: ['secretariat'],
    })
    assert.deepEqual(planDisable('canteen', unit([]), { cascade: false }), { outcome: 'already' })
  })
})
